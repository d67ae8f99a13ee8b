// Embeds: colour bar, author, title, text, fields in up to three columns, picture, footer.

import {color, el, ownUrl, webUrl} from "./dom.js";
import {markdown, markdownLine} from "./markdown.js";
import {headerTime} from "./time.js";
import {enlarge} from "./overlay.js";

export function picture(media, description, className) {
  const src = ownUrl(media.url);
  if (!src) return el("div.picture-missing", {}, "picture not on this server");
  const image = el(className, {src, alt: description ?? "", width: media.width, height: media.height, loading: "lazy"});
  image.addEventListener("click", () => enlarge(src, description ?? ""));
  return image;
}

export function embed(data, ctx) {
  const box = el("article.embed", {},
    el("div.embed-body", {},
      data.thumbnail && el("div.embed-thumbnail", {}, picture(data.thumbnail, "", "img")),
      data.author && el("div.embed-author", {}, data.author.name),
      data.title && el("div.embed-title", {}, title(data, ctx)),
      data.description && el("div.embed-description", {}, markdown(data.description, ctx)),
      data.fields?.length && fields(data.fields, ctx),
      data.image && picture(data.image, "", "img.embed-image"),
      (data.footer || data.timestamp) && footer(data)));
  box.style.setProperty("--bar", data.color === undefined ? "#1e1f22" : color(data.color));
  return box;
}

function title(data, ctx) {
  const href = data.url && webUrl(data.url);
  const text = markdownLine(data.title, ctx);
  return href ? el("a", {href, target: "_blank", rel: "noopener noreferrer"}, text) : text;
}

/** Inline fields share a row of twelve columns: one, two or three of them side by side. */
function fields(list, ctx) {
  const grid = el("div.embed-fields");
  let row = [];
  const flush = () => {
    row.forEach((field) => { field.style.gridColumn = `span ${12 / row.length}`; });
    grid.append(...row);
    row = [];
  };
  for (const data of list) {
    const field = el("div.embed-field", {},
      el("div.embed-field-name", {}, markdownLine(data.name, ctx)),
      el("div.embed-field-value", {}, markdown(data.value, ctx)));
    if (!data.inline) flush();
    row.push(field);
    if (!data.inline || row.length === 3) flush();
  }
  flush();
  return grid;
}

function footer(data) {
  const parts = [data.footer?.text, data.timestamp && headerTime(data.timestamp)].filter(Boolean);
  return el("div.embed-footer", {}, parts.join(" • "));
}
