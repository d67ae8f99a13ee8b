// Checks exchanged bodies against Discord's OpenAPI description.

import {readFile} from "node:fs/promises";
import Ajv2020 from "ajv/dist/2020.js";

/**
 * The description calls bit sets integers; its own README adds that decimal strings are accepted, and that is what clients
 * send.
 */
function bitSetsAsNumbers(key, value) {
  return key === "default_member_permissions" && value !== null ? Number(value) : value;
}

export class Contract {
  #spec;
  #ajv = new Ajv2020({strict: false, validateFormats: false, allErrors: true});
  #exchanges = [];

  static async load(path) {
    const contract = new Contract();
    contract.#spec = JSON.parse(await readFile(path, "utf8"));
    contract.#ajv.addSchema(contract.#spec, "discord");
    return contract;
  }

  /** Notes one exchange; the response must be a clone, for its body is read here. */
  record(url, {method, body}, response) {
    const path = new URL(url).pathname.replace("/api/v10", "");
    const sent = typeof body === "string" ? JSON.parse(body, bitSetsAsNumbers) : undefined;
    const received = response.status === 204 ? undefined : response.json();
    this.#exchanges.push({method: method.toLowerCase(), path, status: response.status, sent, received});
  }

  /** Throws with every misfit; gives the number of bodies checked. */
  async check() {
    const problems = [];
    let bodies = 0;
    for (const exchange of this.#exchanges) {
      const operation = this.#operation(exchange);
      if (!operation) {
        problems.push(`${exchange.method} ${exchange.path}: no such operation`);
        continue;
      }
      for (const [what, body, pointer] of [
        ["sent", exchange.sent, `${operation}/requestBody/content/application~1json/schema`],
        ["received", await exchange.received, this.#answer(operation, exchange.status)],
      ]) {
        if (body === undefined || pointer === null) continue;
        bodies++;
        problems.push(...this.#misfits(pointer, body).map((text) => `${exchange.method} ${exchange.path} ${what}: ${text}`));
      }
    }
    if (problems.length) throw new Error(`bodies that do not fit:\n${problems.join("\n")}`);
    return bodies;
  }

  #operation({method, path}) {
    const plain = decodeURIComponent(path);
    const fits = Object.keys(this.#spec.paths)
      .filter((template) => this.#spec.paths[template][method])
      .filter((template) => new RegExp("^" + template.replace(/\{[^}]+\}/g, "[^/]+") + "$").test(plain))
      .sort((a, b) => a.split("{").length - b.split("{").length);
    return fits.length ? `#/paths/${fits[0].replaceAll("~", "~0").replaceAll("/", "~1")}/${method}` : null;
  }

  #answer(operation, status) {
    const [, , path, method] = operation.split("/");
    const answers = this.#spec.paths[path.replaceAll("~1", "/").replaceAll("~0", "~")][method].responses;
    const code = answers[status] ? status : status >= 400 ? "4XX" : null;
    return code && !answers[code].$ref ? `${operation}/responses/${code}/content/application~1json/schema` : null;
  }

  #misfits(pointer, body) {
    const encoded = pointer.split("/").map((step) => (step === "#" ? step : encodeURIComponent(step))).join("/");
    const validate = this.#ajv.getSchema(`discord${encoded}`);
    if (!validate) throw new Error(`no schema at ${pointer}`);
    if (validate(body)) return [];
    const deepest = Math.max(...validate.errors.map((error) => error.instancePath.length));
    return validate.errors.filter((error) => error.instancePath.length === deepest)
      .map((error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
  }
}
