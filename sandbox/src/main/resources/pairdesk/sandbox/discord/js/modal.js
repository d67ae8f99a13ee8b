// A form that the bot has opened.

import {el} from "./dom.js";
import {markdown} from "./markdown.js";
import {dropdown} from "./dropdown.js";
import {hideOverlay, showOverlay} from "./overlay.js";

const LONG = 2;

/** `submit(values)` sends the form and rejects with a Refused that names the field. */
export function openModal(modal, ctx, submit) {
  const values = {};
  const problems = new Map();
  const controls = modal.components.map((component) => labelled(component, ctx, values, problems));
  const general = el("p.modal-problem");
  const send = async (event) => {
    event.preventDefault();
    general.textContent = "";
    problems.forEach((place) => { place.textContent = ""; });
    try {
      await submit(values);
      hideOverlay();
    } catch (refused) {
      (problems.get(refused.field) ?? general).textContent = refused.message;
    }
  };
  const form = el("form.modal", {id: "modal", dataset: {customId: modal.custom_id}, on: {submit: send}},
    el("header", {}, el("img.avatar", {src: "pairdesk.svg", alt: ""}), el("h2", {}, modal.title),
      el("button.modal-close", {type: "button", title: "Close", on: {click: hideOverlay}}, "✕")),
    el("div.modal-body", {}, el("p.modal-warning", {}, "This form will be submitted to Pairdesk. Do not share passwords."), controls, general),
    el("footer", {}, el("button.button.secondary", {type: "button", on: {click: hideOverlay}}, "Cancel"),
      el("button.button.primary", {type: "submit", id: "modal-submit"}, "Submit")));
  showOverlay(form);
  form.querySelector("input, textarea")?.focus();
}

function labelled(component, ctx, values, problems) {
  if (component.type === 10) return el("div.modal-text", {}, markdown(component.content, ctx));
  const control = component.component ?? component.components[0];
  const problem = el("p.modal-problem");
  problems.set(`values.${control.custom_id}`, problem);
  return el("label.modal-field", {},
    el("span.modal-label", {}, component.label ?? control.label, control.required !== false && el("b.required", {}, " *")),
    component.description && el("small", {}, component.description),
    control.type === 4 ? input(control, values) : dropdown(control, ctx.guild, (chosen) => { values[control.custom_id] = chosen; }),
    problem);
}

function input(control, values) {
  const count = el("span.count");
  const field = el(control.style === LONG ? "textarea" : "input", {
    dataset: {customId: control.custom_id}, placeholder: control.placeholder, maxlength: control.max_length ?? 4000, rows: 5,
  });
  const note = () => {
    values[control.custom_id] = field.value;
    count.textContent = control.max_length ? `${field.value.length}/${control.max_length}` : "";
  };
  field.value = control.value ?? "";
  field.addEventListener("input", note);
  note();
  return el("span.modal-input", {}, field, count);
}
