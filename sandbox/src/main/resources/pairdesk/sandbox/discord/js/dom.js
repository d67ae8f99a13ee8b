// Builds elements. Text always goes in as text: nothing that came over the wire is ever parsed as HTML.

/** el("a.name.other", {href, dataset: {}, on: {click}}, "text", child, null) */
export function el(selector, props = {}, ...children) {
  const [tag, ...classes] = selector.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "on") Object.entries(value).forEach(([type, work]) => element.addEventListener(type, work));
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

export function color(number) {
  return "#" + number.toString(16).padStart(6, "0");
}

/** A round picture: the bot's sign, or a person's initial on the colour of the role. */
export function avatar(user, tint) {
  if (user.bot) return el("img.avatar", {src: "pairdesk.svg", alt: ""});
  const name = user.display_name ?? user.global_name ?? user.username ?? "?";
  const circle = el("span.avatar", {"aria-hidden": "true"}, name.slice(0, 1).toUpperCase());
  circle.style.setProperty("--tint", tint ? color(tint) : "#5c64f4");
  return circle;
}

/** Only what this server serves, and only over HTTP: pictures from elsewhere are not loaded. */
export function ownUrl(text) {
  try {
    const url = new URL(text);
    const local = ["127.0.0.1", "localhost"].includes(url.hostname) && url.pathname.startsWith("/attachments/");
    return local ? url.pathname : null;
  } catch {
    return null;
  }
}

export function webUrl(text) {
  try {
    const url = new URL(text);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
