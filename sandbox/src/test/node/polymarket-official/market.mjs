// Public reads: markets, books, prices.

import assert from "node:assert/strict";

export const marketSteps = {
  async "lists markets"({client, tokens}) {
    for (const list of ["getMarkets", "getSamplingMarkets", "getSimplifiedMarkets", "getSamplingSimplifiedMarkets"]) {
      const page = await client[list]();
      assert.equal(page.next_cursor, "LTE=", list);
      assert.equal(page.count, page.data.length, list);
    }
    const market = await client.getMarket(tokens.condition);
    assert.deepEqual(market.tokens.map((token) => token.token_id), [tokens.yes, tokens.no]);
    const compact = await client.getClobMarketInfo(tokens.condition);
    assert.equal(compact.mts, 0.01);
    assert.equal(await client.getTickSize(tokens.yes), "0.01");
    assert.equal(await client.getNegRisk(tokens.group), true);
    assert.equal(await client.getFeeRateBps(tokens.yes), 1000);
    assert.equal(await client.getFeeExponent(tokens.yes), 1);
    assert.deepEqual(await client.getBuilderTrades({builder_code: `0x${"1".repeat(64)}`}).then((page) => page.trades), []);
  },

  async "reads a book and checks its hash"({client, tokens}) {
    const book = await client.getOrderBook(tokens.yes);
    const {hash} = book;
    assert.equal(await client.getOrderBookHash(book), hash);
    assert.equal(book.bids.at(-1).price, "0.48");
    assert.equal(book.asks.at(-1).price, "0.5");
    const [yes, no] = await client.getOrderBooks([{token_id: tokens.yes}, {token_id: tokens.no}]);
    assert.equal(yes.hash, hash);
    assert.equal(no.asks.at(-1).price, "0.52");
  },

  async "reads prices"({client, tokens, Side}) {
    const both = [{token_id: tokens.yes, side: Side.BUY}, {token_id: tokens.no, side: Side.SELL}];
    assert.deepEqual(await client.getPrice(tokens.yes, Side.BUY), {price: "0.48"});
    assert.deepEqual(await client.getPrices(both), {[tokens.yes]: {BUY: "0.48"}, [tokens.no]: {SELL: "0.52"}});
    assert.deepEqual(await client.getMidpoint(tokens.yes), {mid: "0.49"});
    assert.deepEqual(await client.getMidpoints(both), {[tokens.yes]: "0.49", [tokens.no]: "0.51"});
    assert.deepEqual(await client.getSpread(tokens.yes), {spread: "0.02"});
    assert.deepEqual(await client.getSpreads(both), {[tokens.yes]: "0.02", [tokens.no]: "0.02"});
    assert.equal((await client.getLastTradePrice(tokens.yes)).price, "0.5");
    const last = await client.getLastTradesPrices(both);
    assert.deepEqual(last.map((one) => one.token_id), [tokens.yes, tokens.no]);
    assert.deepEqual(await client.getPricesHistory({market: tokens.yes, interval: "1d"}), {history: []});
    assert.deepEqual(await client.getMarketTradesEvents(tokens.condition), []);
  },

  async "names the worst price that an amount needs"({client, tokens, Side}) {
    assert.equal(await client.calculateMarketPrice(tokens.yes, Side.BUY, 60), 0.55);
  },
};
