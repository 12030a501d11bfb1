/** How Stripe's fields look beside ours: the page's own colours, as they are where the fields will stand. */
export function looks(): object {
  const style = getComputedStyle(document.documentElement);
  const dark = style.colorScheme === "dark";
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    theme: dark ? "night" : "stripe",
    variables: { colorBackground: value("--card"), colorText: value("--ink"), colorDanger: value("--bad"), borderRadius: value("--r-s"), fontFamily: "system-ui, sans-serif" },
  };
}
