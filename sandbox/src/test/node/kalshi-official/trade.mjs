// Kalshi's own client, unmodified, against the local Kalshi; what it is told is compared with the sandbox's truth.
//
//   node trade.mjs <base ending in /trade-api/v2> <control port>      KALSHI_KEY=… KALSHI_PEM=…

import assert from "node:assert/strict";
import {randomUUID} from "node:crypto";
import {setTimeout} from "node:timers/promises";
import {connect} from "./client.mjs";
import {Control} from "./control.mjs";

const [basePath, controlUrl] = process.argv.slice(2);
const credentials = {basePath, apiKey: process.env.KALSHI_KEY, privateKeyPem: process.env.KALSHI_PEM};
const client = connect(credentials);
const control = new Control(controlUrl);
const market = (await control.truth("pairs")).pairs[0].kalshi;
const doomed = (await control.truth("pairs")).pairs[1].kalshi;

function order(fields) {
  return {
    ticker: market, client_order_id: randomUUID(), side: "bid", count: "10.00", price: "0.30", time_in_force: "good_till_canceled",
    self_trade_prevention_type: "taker_at_cross", ...fields,
  };
}

async function refusal(pending) {
  const error = await pending.then(() => assert.fail("not refused"), (error) => error);
  assert.ok(error.status, error.stack);
  return [error.status, error.body.error?.code ?? error.body.code ?? error.body.error];
}

const steps = {
  async "lists markets page by page"() {
    const tickers = [];
    let cursor;
    do {
      const page = await client.getMarkets(60, cursor, undefined, undefined, undefined, undefined, undefined, undefined, undefined,
        undefined, undefined, "open");
      tickers.push(...page.markets.map((one) => one.ticker));
      cursor = page.cursor;
    } while (cursor);
    assert.ok(tickers.length > 100 && new Set(tickers).size === tickers.length, `${tickers.length} markets`);
    assert.ok(tickers.includes(market));
  },

  async "reads a market, its event and its series"() {
    const one = (await client.getMarket(market)).market;
    const {event, markets} = await client.getEvent(one.event_ticker);
    assert.ok(markets.some((each) => each.ticker === market));
    const nested = (await client.getEvents(5, undefined, true, undefined, "open", event.series_ticker)).events;
    assert.ok(nested.every((each) => each.markets.length > 0));
    const series = (await client.getSeries(event.series_ticker)).series;
    assert.deepEqual([series.fee_type, series.fee_multiplier], ["quadratic", 1]);
    assert.ok((await client.getSeriesList()).series.some((each) => each.ticker === series.ticker));
    assert.deepEqual((await client.getSeriesFeeChanges(series.ticker)).series_fee_change_arr, []);
    await client.getEventMetadata(one.event_ticker);
    assert.deepEqual((await client.getEventFeeChanges()).event_fee_changes, []);
    assert.deepEqual((await client.getMultivariateEvents()).events, []);
  },

  async "reads the exchange's state"() {
    assert.equal((await client.getExchangeStatus()).trading_active, true);
    const [hours] = (await client.getExchangeSchedule()).schedule.standard_hours;
    assert.deepEqual(hours.thursday, [{open_time: "00:00", close_time: "00:00"}]);
    await client.getUserDataTimestamp();
    assert.equal((await client.getAccountApiLimits()).usage_tier, "advanced");
    assert.equal((await client.getAccountEndpointCosts()).default_cost, 10);
    await client.getHistoricalCutoff();
  },

  async "reads books"() {
    const {yes_dollars: yes, no_dollars: no} = (await client.getMarketOrderbook(market)).orderbook_fp;
    assert.deepEqual([yes.at(-1), no.at(-1)], [["0.4000", "50.00"], ["0.4800", "50.00"]]);
    const [first] = (await client.getMarketOrderbooks([market, doomed])).orderbooks;
    assert.equal(first.ticker, market);
    assert.equal((await client.getMarketOrderbook(market, 1)).orderbook_fp.yes_dollars.length, 1);
  },

  async "creates, amends, decreases and cancels"() {
    const wanted = order({});
    const {order_id: id, remaining_count: remaining} = await client.createOrderV2(wanted);
    assert.equal(remaining, "10.00");
    assert.equal((await client.amendOrderV2(id, {ticker: market, side: "bid", price: "0.31", count: "8.00"})).remaining_count, "8.00");
    assert.equal((await client.decreaseOrderV2(id, {reduce_by: "3.00", market_ticker: market})).remaining_count, "5.00");
    // Reads are a little late: the order first is not there at all.
    await eventually(async () =>
      (await client.getOrders(market)).orders.some((one) => one.order_id === id && one.remaining_count_fp === "5.00"));
    assert.equal((await client.getOrder(id)).order.book_side, "bid");
    const listed = (await client.getOrders(market, undefined, undefined, undefined, "resting")).orders;
    assert.deepEqual(listed.map((one) => [one.client_order_id, one.yes_price_dollars]), [[wanted.client_order_id, "0.3100"]]);
    assert.equal((await client.getOrderQueuePosition(id)).queue_position_fp, "50.00");
    assert.deepEqual((await client.getOrderQueuePositions(market)).queue_positions,
      [{order_id: id, market_ticker: market, queue_position_fp: "50.00"}]);
    assert.ok((await client.getPortfolioRestingOrderTotalValue()).total_resting_order_value > 0);
    assert.equal((await client.cancelOrderV2(id, undefined, undefined, market)).reduced_by, "5.00");
    assert.deepEqual(await refusal(client.cancelOrderV2(id, undefined, undefined, market)), [404, "not_found"]);
    assert.deepEqual(await refusal(client.createOrderV2(wanted)), [409, "order_already_exists"]);
  },

  async "takes at the resting order's price, and sees it in fills, position and balance"() {
    const placed = await client.createOrderV2(order({price: "0.60", count: "1.00", time_in_force: "immediate_or_cancel"}));
    assert.deepEqual([placed.average_fill_price, placed.average_fee_paid], ["0.5200", "0.0175"]);
    const [fill] = (await client.getFills(market)).fills;
    assert.deepEqual([fill.order_id, fill.yes_price_dollars, fill.fee_cost], [placed.order_id, "0.5200", "0.017500"]);
    const positions = await client.getPositions();
    assert.deepEqual(positions.market_positions.map((one) => [one.ticker, one.position_fp]), [[market, "1.00"]]);
    assert.deepEqual(positions.event_positions.map((one) => one.event_exposure_dollars), ["0.520000"]);
    const {cash_e6: cash} = (await control.truth("accounts")).kalshi;
    const balance = await client.getBalance();
    assert.deepEqual(
      balance.balance_breakdown.map((one) => [one.exchange_index, Math.round(Number(one.balance) * 1e6)]),
      Object.entries(cash).map(([shard, amount]) => [Number(shard), Number(amount)]));
    assert.equal((await client.getTrades(10, undefined, market)).trades[0].count_fp, "1.00");
  },

  async "reads candlesticks of a market, of several and of an event"() {
    const now = Math.floor(Date.now() / 1000);
    const [day, from, to] = [1440, now - 172_800, now + 172_800];
    const one = (await client.getMarket(market)).market;
    const {series_ticker: series} = (await client.getEvent(one.event_ticker)).event;
    const candles = (await client.getMarketCandlesticks(series, market, from, to, day)).candlesticks;
    // beside ours those of the participants, who traded before they were told to stand still
    const trades = (await client.getTrades(1_000, undefined, market)).trades;
    const volume = trades.reduce((sum, trade) => sum + Math.round(100 * trade.count_fp), 0);
    const paid = trades.reduce((sum, trade) => sum + Math.round(100 * trade.count_fp) * Math.round(1e4 * trade.yes_price_dollars), 0);
    const [traded] = candles.filter((candle) => candle.volume_fp !== "0.00");
    assert.equal(traded.volume_fp, (volume / 100).toFixed(2));
    assert.ok(Math.abs(1e4 * traded.price.mean_dollars - paid / volume) <= 1, `${traded.price.mean_dollars} of ${JSON.stringify(trades)}`);
    const [several] = (await client.batchGetMarketCandlesticks(`${market},${doomed}`, from, to, day)).markets;
    assert.deepEqual(several, {market_ticker: market, candlesticks: candles});
    const all = await client.getMarketCandlesticksByEvent(one.event_ticker, series, from, to, day);
    assert.ok(all.market_tickers.includes(market));
  },

  async "looks around: tags, subaccounts, and lists of what is not here"() {
    assert.ok(Object.keys((await client.getTagsForSeriesCategories()).tags_by_categories).length > 3);
    await client.getFiltersForSports();
    const [primary] = (await client.getSubaccountBalances()).subaccount_balances;
    assert.deepEqual([primary.subaccount_number, primary.exchange_index], [0, 0]);
    assert.ok((await client.getSubaccountNetting()).netting_configs.every((one) => one.enabled));
    assert.deepEqual((await client.getSubaccountTransfers()).transfers, []);
    assert.deepEqual((await client.getMilestones(10)).milestones, []);
    assert.deepEqual((await client.getStructuredTargets()).structured_targets, []);
    assert.deepEqual((await client.getIncentivePrograms()).incentive_programs, []);
    assert.deepEqual((await client.getMultivariateEventCollections()).multivariate_contracts, []);
    assert.deepEqual([(await client.getDeposits()).deposits, (await client.getWithdrawals()).withdrawals], [[], []]);
  },

  async "places and cancels in batches, each order for itself"() {
    const rows = (await client.batchCreateOrdersV2({orders: [order({}), order({price: "0.305"}), order({price: "0.32"})]})).orders;
    assert.deepEqual(rows.map((row) => row.error?.code), [undefined, "invalid_price", undefined]);
    const gone = (await client.batchCancelOrdersV2({
      orders: [{order_id: rows[0].order_id, market_ticker: market}, {order_id: randomUUID(), market_ticker: market}],
    })).orders;
    assert.deepEqual(gone.map((row) => [row.reduced_by, row.error?.code]), [["10.00", undefined], ["0.00", "not_found"]]);
    await client.cancelAllOrders();
    await eventually(async () => (await client.getOrders(undefined, undefined, undefined, undefined, "resting")).orders.length === 0);
  },

  async "stops a group of orders that fills too fast"() {
    const shard = (await client.getMarket(market)).market.exchange_index;
    const {order_group_id: group} = await client.createOrderGroup({contracts_limit: 5, exchange_index: shard});
    const {order_id: resting} = await client.createOrderV2(order({order_group_id: group}));
    assert.deepEqual((await client.getOrderGroup(group)).orders, [resting]);
    await client.createOrderV2(order({order_group_id: group, price: "0.52", count: "6.00"}));
    assert.equal((await client.getOrderGroup(group)).is_auto_cancel_enabled, false);
    assert.deepEqual(await refusal(client.createOrderV2(order({order_group_id: group}))), [400, "invalid_order"]);
    await client.resetOrderGroup(group);
    await client.updateOrderGroupLimit(group, {contracts_limit: 50});
    const {order_id: again} = await client.createOrderV2(order({order_group_id: group}));
    assert.ok((await client.getOrderGroups()).order_groups.some((one) => one.id === group && one.contracts_limit_fp === "50.00"));
    await client.triggerOrderGroup(group);
    assert.deepEqual(await refusal(client.cancelOrderV2(again, undefined, undefined, market)), [404, "not_found"]);
    await client.deleteOrderGroup(group);
    assert.deepEqual(await refusal(client.getOrderGroup(group)), [404, "not_found"]);
  },

  async "moves cash between shards"() {
    const moved = {source: "event_contract", destination: "event_contract", amount: 25_000, source_exchange_shard: 0, destination_exchange_shard: 3};
    const before = await shardBalance(3);
    const {transfer_id: id} = await client.intraExchangeInstanceTransfer(moved);
    assert.equal(await shardBalance(3), before + 2.5);
    assert.equal((await client.getIntraExchangeInstanceTransfer(id)).transfer.status, "complete");
    assert.deepEqual((await client.getIntraExchangeInstanceTransfers()).transfers.map((one) => one.amount), ["2.5000"]);
    await client.setTargetBalanceAllocation({allocations: [{exchange_index: 0, percent: 60}, {exchange_index: 2, percent: 40}]});
    assert.equal((await client.getTargetBalanceAllocation()).resting_margin_reservation, "sum");
  },

  async "is refused in the venue's words"() {
    assert.deepEqual(await refusal(client.createOrderV2(order({price: "0.52", post_only: true}))), [400, "invalid_order"]);
    assert.deepEqual(await refusal(client.createOrderV2(order({price: "0.52", count: "90.00", time_in_force: "fill_or_kill"}))),
      [409, "fill_or_kill_insufficient_resting_volume"]);
    assert.deepEqual(await refusal(client.createOrderV2(order({count: 10}))), [400, "bad_request"]);
    assert.deepEqual(await refusal(client.createOrderV2(order({count: "900000.00"}))), [400, "insufficient_balance"]);
    assert.deepEqual(await refusal(client.getMarket("KXNOTHING-1")), [404, "not_found"]);
  },

  async "makes keys, which may do what their scopes say"() {
    const made = await client.generateApiKey({name: "reader", scopes: ["read"]});
    const reader = connect({basePath, apiKey: made.api_key_id, privateKeyPem: made.private_key});
    assert.deepEqual((await reader.getApiKeys()).api_keys.find((one) => one.name === "reader").scopes, ["read"]);
    assert.equal((await refusal(reader.createOrderV2(order({}))))[0], 403);
    await client.deleteApiKey(made.api_key_id);
    assert.deepEqual(await refusal(reader.getBalance()), [401, "authentication_error"]);
  },

  async "is paid at settlement"() {
    await client.createOrderV2(order({ticker: doomed, price: "0.52", count: "3.00"}));
    await control.set("market", {venue: "kalshi", market: doomed, action: "settle", value: "1"});
    await eventually(async () => (await client.getSettlements()).settlements.length === 1);
    const [settled] = (await client.getSettlements()).settlements;
    assert.deepEqual([settled.ticker, settled.market_result, settled.revenue, settled.value], [doomed, "yes", 300, 100]);
    assert.equal((await client.getMarket(doomed)).market.settlement_value_dollars, "1.0000");
  },

  async "is refused once a byte of what it signed is another"() {
    const changes = {
      signature: (request) => { request.headers.set("KALSHI-ACCESS-SIGNATURE", flipped(request.headers.get("KALSHI-ACCESS-SIGNATURE"), 20)); },
      timestamp: (request) => {
        const signed = request.headers.get("KALSHI-ACCESS-TIMESTAMP");
        request.headers.set("KALSHI-ACCESS-TIMESTAMP", flipped(signed, signed.length - 1));
      },
      path: (request) => { request.url = request.url.replace("balance", "fills"); },
    };
    for (const [what, change] of Object.entries(changes)) {
      const altered = connect(credentials, (request) => { change(request); return request; });
      const refused = await altered.getBalance().then(() => assert.fail(what), (error) => error);
      assert.deepEqual([refused.status, refused.body.error.details], [401, "INCORRECT_API_KEY_SIGNATURE"], what);
    }
  },
};

function flipped(text, at) {
  return text.slice(0, at) + (text[at] === "1" ? "2" : "1") + text.slice(at + 1);
}

async function shardBalance(shard) {
  return Number((await client.getBalance()).balance_breakdown.find((one) => one.exchange_index === shard).balance);
}

async function eventually(condition) {
  for (const limit = Date.now() + 10_000; Date.now() < limit;) {
    if (await condition()) return;
    await setTimeout(100);
  }
  assert.fail("not within ten seconds: " + condition);
}

const quotes = {bids: [{price: "0.40", quantity: "50"}], asks: [{price: "0.52", quantity: "50"}]};
for (const ticker of [market, doomed]) await control.set("book", {venue: "kalshi", market: ticker, ...quotes});
for (const [name, step] of Object.entries(steps)) {
  await step();
  console.log("ok: " + name);
}
