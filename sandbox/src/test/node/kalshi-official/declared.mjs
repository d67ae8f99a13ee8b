// What the official client declares of the venue's answers, read from its own type declarations: which type a call returns, and
// which fields of which type that is. Answers are checked against it, because the client itself passes on whatever it is sent.

import {readdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";

const folder = path.dirname(createRequire(import.meta.url).resolve("kalshi-typescript"));
const FIELD = /^\s{4}'(\w+)'(\?)?: (.+);$/gm;
const CALL = /^\s{4}(\w+)\(.*\): Promise<import\("axios"\)\.AxiosResponse<(.+?), any/gm;

const records = new Map();
const choices = new Map();
const results = new Map();

for (const text of texts("models")) {
  for (const [, name, body] of text.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)) {
    records.set(name, [...body.matchAll(FIELD)].map(([, field, optional, type]) => ({field, optional: Boolean(optional), type})));
  }
  for (const [, name, body] of text.matchAll(/^export declare const (\w+): \{\n([\s\S]*?)^\};/gm)) {
    choices.set(name, [...body.matchAll(/: "(.*)";$/gm)].map(([, value]) => value));
  }
}
for (const text of texts("api")) {
  for (const [, call, type] of text.matchAll(CALL)) results.set(call, type);
}

function texts(kind) {
  const of = path.join(folder, kind);
  return readdirSync(of).filter((name) => name.endsWith(".d.ts")).map((name) => readFileSync(path.join(of, name), "utf8"));
}

/** What is wrong with an answer of this call of the client's: one line a field, none when it is as declared. */
export function problems(call, answer) {
  if (!results.has(call)) throw new Error("the client has no call " + call);
  return [...mismatches(results.get(call), answer, call)];
}

function* mismatches(type, value, at) {
  const alternatives = type.split(" | ");
  if (value === null && alternatives.includes("null")) return;
  const wanted = alternatives[0];
  const list = /^Array<(.+)>$/.exec(wanted);
  if (list) {
    if (!Array.isArray(value)) yield `${at}: want a list, is ${JSON.stringify(value)}`;
    else for (const [index, item] of value.entries()) yield* mismatches(list[1], item, `${at}[${index}]`);
  } else if (records.has(wanted)) {
    yield* fields(wanted, value, at);
  } else if (choices.has(wanted)) {
    if (!choices.get(wanted).includes(value)) yield `${at}: want one of ${choices.get(wanted)}, is ${JSON.stringify(value)}`;
  } else if (wanted === "void") {
    if (value !== "") yield `${at}: want no body, is ${JSON.stringify(value)}`;
  } else if (!["string", "number", "boolean", "object"].includes(wanted)) {
    throw new Error(`${at}: the declaration ${type} is not understood`);
  } else if (typeof value !== wanted || value === null) {
    yield `${at}: want ${type}, is ${JSON.stringify(value)}`;
  }
}

function* fields(record, value, at) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    yield `${at}: want ${record}, is ${JSON.stringify(value)}`;
    return;
  }
  for (const {field, optional, type} of records.get(record)) {
    if (value[field] !== undefined) yield* mismatches(type, value[field], `${at}.${field}`);
    else if (!optional) yield `${at}.${field}: is missing`;
  }
}
