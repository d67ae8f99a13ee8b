// What lies over the page: a picture in full size, or a form.

import {byId, el} from "./dom.js";

let onClose = () => {};

export function showOverlay(content, closed = () => {}) {
  hideOverlay();
  onClose = closed;
  const overlay = byId("overlay");
  overlay.replaceChildren(content);
  overlay.hidden = false;
}

export function hideOverlay() {
  const overlay = byId("overlay");
  if (overlay.hidden) return;
  overlay.hidden = true;
  overlay.replaceChildren();
  onClose();
  onClose = () => {};
}

export function enlarge(src, alt) {
  showOverlay(el("img.enlarged", {src, alt}));
}

byId("overlay").addEventListener("mousedown", (event) => {
  if (event.target.id === "overlay" || event.target.classList.contains("enlarged")) hideOverlay();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideOverlay();
});
