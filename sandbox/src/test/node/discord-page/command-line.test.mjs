import assert from "node:assert/strict";
import {test} from "node:test";
import {
  commandIn, commandsLike, fixedChoices, optionAtEnd, optionsIn, optionsLeft, tail,
} from "../../../main/resources/pairdesk/sandbox/discord/js/command-line.js";

const find = {name: "find", options: [
  {name: "text", type: "string", required: true}, {name: "limit", type: "integer"}, {name: "public", type: "boolean"},
]};
const set = {name: "mode set", options: []};
const show = {name: "mode show", options: []};
const commands = [find, set, show];
const names = (list) => list.map((one) => one.name);

test("finds the whole name, also of a subcommand", () => {
  assert.equal(commandIn("/find", commands), find);
  assert.equal(commandIn("/mode set x", commands), set);
  assert.equal(commandIn("/mode", commands), null);
  assert.equal(commandIn("/finder", commands), null);
});

test("offers names that start with what is typed before names that hold it", () => {
  assert.deepEqual(names(commandsLike("/s", [find, set, {name: "status", options: []}])), ["status", "mode set"]);
  assert.deepEqual(names(commandsLike("/mode s", commands)), ["mode set", "mode show"]);
});

test("values run to the next known option and keep blanks and colons", () => {
  assert.deepEqual(optionsIn("/find text:Fed cuts: yes no:1 limit:5", find).map(({name, value}) => [name, value]),
    [["text", "Fed cuts: yes no:1"], ["limit", "5"]]);
});

test("knows which option is being typed", () => {
  assert.equal(optionAtEnd("/find text:Fed ", find).name, "text");
  assert.equal(optionAtEnd("/find limit:5", find).name, "limit");
  assert.equal(optionAtEnd("/find limit:5 ", find), null);
  assert.equal(optionAtEnd("/find ", find), null);
});

test("lists what is left and the beginning of a name", () => {
  assert.deepEqual(names(optionsLeft("/find limit:5 ", find)), ["text", "public"]);
  assert.equal(tail("/find limit:5 te", find), "te");
  assert.equal(tail("/find limit:5 ", find), "");
});

test("offers true and false, or the fixed choices", () => {
  assert.deepEqual(fixedChoices(find.options[2]).map((choice) => choice.value), ["true", "false"]);
  assert.deepEqual(fixedChoices({type: "string", choices: [{name: "A", value: "a"}]}), [{name: "A", value: "a"}]);
});
