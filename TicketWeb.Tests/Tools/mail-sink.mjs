// A mail server that delivers nothing: it prints its port, then one line of JSON for each letter as a mail program would read it.
// Receivers named "later", "gone" or "silent" are put off, refused or left without an answer. It ends with its standard input.
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const [, , user, password] = process.argv;
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const part = ({ filename, contentType, contentDisposition, cid, content }) => ({ filename, contentType, contentDisposition, cid, content: content.toString("base64") });

const server = new SMTPServer({
  authOptional: !user,
  allowInsecureAuth: true,
  disabledCommands: user ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
  onAuth: (auth, _, done) => (auth.username === user && auth.password === password ? done(null, { user }) : done(refusal(535, "Wrong name or password"))),
  onRcptTo({ address }, _, done) {
    const name = address.split("@")[0];
    if (name === "later") done(refusal(451, "Greylisted, come back in a minute"));
    else if (name === "gone") done(refusal(550, "No such mailbox"));
    else if (name !== "silent") done();
  },
  async onData(stream, session, done) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const mail = await simpleParser(raw, { skipImageLinks: true });
    console.log(JSON.stringify({
      to: session.envelope.rcptTo.map(({ address }) => address),
      from: mail.from.text,
      replyTo: mail.replyTo?.text,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: mail.headerLines.map(({ key }) => key),
      headerLines: mail.headerLines.map(({ line }) => line),
      longestLine: Math.max(...raw.toString("latin1").split("\r\n").map((line) => line.length)),
      structure: [...raw.toString("latin1").matchAll(/^content-type:\s*([\w/+-]+)/gim)].map((match) => match[1].toLowerCase()),
      parts: mail.attachments.map(part),
    }));
    done();
  },
});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
