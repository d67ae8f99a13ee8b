// The official client with all its interfaces as one object of calls; each answer is checked against the client's declarations.

import assert from "node:assert/strict";
import axios from "axios";
import * as kalshi from "kalshi-typescript";
import {problems} from "./declared.mjs";

const INTERFACES = [
  kalshi.AccountApi, kalshi.ApiKeysApi, kalshi.EventsApi, kalshi.ExchangeApi, kalshi.HistoricalApi,
  kalshi.IncentiveProgramsApi, kalshi.MarketApi, kalshi.MilestoneApi, kalshi.MultivariateApi, kalshi.OrderGroupsApi, kalshi.OrdersApi,
  kalshi.PortfolioApi, kalshi.SearchApi, kalshi.StructuredTargetsApi,
];

/** Calls of the client by name: answers come as they are declared or not at all; refusals as {status, body}. */
export function connect(credentials, alter = (request) => request) {
  const calls = {};
  for (const Interface of INTERFACES) {
    const http = axios.create();
    // Interceptors run from the last to the first: this one sees what the client has signed.
    http.interceptors.request.use(alter);
    const api = new Interface(new kalshi.Configuration(credentials), undefined, http);
    for (const name of Object.getOwnPropertyNames(Interface.prototype).filter((name) => name !== "constructor")) {
      calls[name] = (...parameters) => answer(name, api[name](...parameters));
    }
  }
  return calls;
}

async function answer(name, pending) {
  try {
    const {data} = await pending;
    assert.deepEqual(problems(name, data), [], `the answer to ${name} is not as the client declares it`);
    return data;
  } catch (error) {
    if (!error.response) throw error;
    throw new Refused(name, error.response.status, error.response.data);
  }
}

class Refused extends Error {
  constructor(name, status, body) {
    super(`${name}: ${status} ${JSON.stringify(body)}`);
    Object.assign(this, {status, body});
  }
}
