// The lamp beside the camera, from https://w3c.github.io/mediacapture-image/
interface MediaTrackCapabilities {
  readonly torch?: boolean;
}

interface MediaTrackConstraintSet {
  torch?: boolean;
}
