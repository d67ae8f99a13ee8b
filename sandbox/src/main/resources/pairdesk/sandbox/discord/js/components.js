// Buttons, selects and the layout of version 2 components.

import {color, el, ownUrl, webUrl} from "./dom.js";
import {markdown} from "./markdown.js";
import {picture} from "./embed.js";
import {dropdown} from "./dropdown.js";

const STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "primary"};

/** `act(customId, values, element)` is called when somebody presses or chooses. */
export function components(list, ctx, act) {
  return list.map((component) => one(component, ctx, act));
}

function one(data, ctx, act) {
  switch (data.type) {
    case 1: return el("div.row", {}, components(data.components, ctx, act));
    case 2: return button(data, act);
    case 3: case 5: case 6: case 7: case 8: return select(data, ctx, act);
    case 9: return el("div.section", {},
      el("div.section-texts", {}, components(data.components, ctx, act)), one(data.accessory, ctx, act));
    case 10: return el("div.text-display", {}, markdown(data.content, ctx));
    case 11: return el("div.thumbnail", {}, picture(data.media, data.description, "img"));
    case 12: return el("div.gallery", {dataset: {count: data.items.length}},
      data.items.map((item) => picture(item.media, item.description, "img")));
    case 13: return file(data);
    case 14: return el("div.separator", {dataset: {divider: data.divider, spacing: data.spacing}});
    case 17: return container(data, ctx, act);
    default: return el("div.unsupported", {}, `component of type ${data.type}`);
  }
}

function button(data, act) {
  const content = [data.emoji?.name && el("span.button-emoji", {}, data.emoji.name), data.label && el("span", {}, data.label)];
  if (data.style === 5) {
    const href = webUrl(data.url);
    return el("a.button.link", {href, target: "_blank", rel: "noopener noreferrer", dataset: {url: data.url}}, content, el("span", {}, "↗\uFE0E"));
  }
  const element = el(`button.button.${STYLES[data.style]}`,
    {type: "button", disabled: data.disabled, dataset: {customId: data.custom_id}}, content);
  element.addEventListener("click", () => act(data.custom_id, [], element));
  return element;
}

function select(data, ctx, act) {
  const element = dropdown(data, ctx.guild, (values) => act(data.custom_id, values, element));
  return element;
}

function file(data) {
  const href = ownUrl(data.file.url);
  return el("div.attachment", {}, el("span.attachment-icon", {}, "📄"),
    href ? el("a", {href, download: true}, data.name) : el("span", {}, data.name));
}

function container(data, ctx, act) {
  const box = el("div.container", {}, components(data.components, ctx, act));
  if (data.accent_color !== null && data.accent_color !== undefined) {
    box.style.setProperty("--bar", color(data.accent_color));
    box.classList.add("accented");
  }
  return box;
}
