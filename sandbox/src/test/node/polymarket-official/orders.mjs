// Orders of every type, alone and in batches, and what becomes of them.

import assert from "node:assert/strict";

const NOT_FILLED = /order couldn't be fully filled\. FOK orders are fully filled or killed\./;

export const orderSteps = {
  async "rests, reads and cancels a limit order"({client, tokens, Side, OrderType, funder, creds}) {
    const placed = await client.createAndPostOrder({tokenID: tokens.yes, price: 0.47, size: 10, side: Side.BUY});
    assert.equal(placed.success, true);
    assert.equal(placed.status, "live");
    const open = await client.getOpenOrders({market: tokens.condition});
    assert.deepEqual(open.map((order) => order.id), [placed.orderID]);
    const order = await client.getOrder(placed.orderID);
    assert.deepEqual(
      [order.status, order.side, order.price, order.original_size, order.size_matched, order.order_type, order.owner],
      ["LIVE", "BUY", "0.47", "10", "0", OrderType.GTC, creds.key]);
    assert.equal(order.maker_address.toLowerCase(), funder.toLowerCase());
    const {scoring} = await client.isOrderScoring({order_id: placed.orderID});
    assert.deepEqual(await client.areOrdersScoring({orderIds: [placed.orderID]}), {[placed.orderID]: scoring});
    assert.deepEqual(await client.cancelOrder({orderID: placed.orderID}), {canceled: [placed.orderID], not_canceled: {}});
    const again = await client.cancelOrder({orderID: placed.orderID});
    assert.deepEqual(Object.keys(again.not_canceled), [placed.orderID]);
    assert.deepEqual(await client.getPreMigrationOrders(), []);
  },

  async "rests until a date and post-only"({client, tokens, Side, OrderType}) {
    const expiration = Math.floor(Date.now() / 1000) + 600;
    const dated = await client.createAndPostOrder(
      {tokenID: tokens.group, price: 0.4, size: 5.25, side: Side.BUY, expiration}, {}, OrderType.GTD, true);
    assert.equal((await client.getOrder(dated.orderID)).expiration, String(expiration));
    await assert.rejects(
      client.createAndPostOrder({tokenID: tokens.group, price: 0.5, size: 5, side: Side.BUY}, {}, OrderType.GTC, true),
      /invalid post-only order: order crosses book/);
    await client.cancelMarketOrders({asset_id: tokens.group});
    assert.equal((await client.getOrder(dated.orderID)).status, "CANCELED");
  },

  async "buys and sells at market and learns the transaction"({client, tokens, Side, OrderType}) {
    const bought = await client.createAndPostMarketOrder(
      {tokenID: tokens.yes, amount: 6, side: Side.BUY, orderType: OrderType.FOK});
    assert.equal(bought.status, "matched");
    assert.deepEqual([bought.makingAmount, bought.takingAmount], ["6", "12"]);
    assert.match(bought.transactionsHashes[0], /^0x[0-9a-f]{64}$/);
    const [trade] = await client.getTrades({id: bought.tradeIDs[0]});
    assert.deepEqual(
      [trade.side, trade.size, trade.price, trade.trader_side, trade.taker_order_id],
      ["BUY", "12", "0.5", "TAKER", bought.orderID]);
    const page = await client.getTradesPaginated({asset_id: tokens.yes});
    assert.equal(page.trades[0].id, trade.id);
    const shares = await client.getBalanceAllowance({asset_type: "CONDITIONAL", token_id: tokens.yes});
    assert.equal(shares.balance, "12000000");
    const sold = await client.createAndPostMarketOrder(
      {tokenID: tokens.yes, amount: 12, side: Side.SELL, orderType: OrderType.FAK}, {}, OrderType.FAK);
    assert.deepEqual([sold.makingAmount, sold.takingAmount], ["12", "5.76"]);
    assert.equal((await client.getMarketTradesEvents(tokens.condition)).length, 2);
    assert.equal((await client.getPricesHistory({market: tokens.yes, interval: "1d"})).history.at(-1).p, 0.48);
  },

  async "is told why an order is refused"({client, tokens, Side, OrderType}) {
    await assert.rejects(
      client.createAndPostMarketOrder({tokenID: tokens.yes, amount: 150, price: 0.5, side: Side.BUY}), NOT_FILLED);
    await assert.rejects(
      client.createAndPostMarketOrder(
        {tokenID: tokens.yes, amount: 5, price: 0.3, side: Side.BUY}, {}, OrderType.FAK),
      /no orders found to match with FAK order/);
    await assert.rejects(
      client.createAndPostOrder({tokenID: tokens.yes, price: 0.47, size: 3, side: Side.BUY}),
      /Size \(3\) lower than the minimum: 5/);
    await assert.rejects(
      client.createAndPostOrder({tokenID: tokens.yes, price: 0.4, size: 1e6, side: Side.BUY}),
      /not enough balance \/ allowance/);
  },

  async "places and cancels a batch"({client, tokens, Side, OrderType}) {
    const orders = [];
    for (const [tokenID, price, size] of [[tokens.yes, 0.46, 10], [tokens.yes, 0.46, 1], [tokens.group, 0.44, 7.5]]) {
      orders.push({order: await client.createOrder({tokenID, price, size, side: Side.BUY}), orderType: OrderType.GTC});
    }
    const [first, small, second] = await client.postOrders(orders);
    assert.deepEqual([first.status, second.status], ["live", "live"]);
    assert.equal(small.orderID, "");
    assert.match(small.errorMsg, /lower than the minimum/);
    const cancelled = await client.cancelOrders([first.orderID]);
    assert.deepEqual(cancelled.canceled, [first.orderID]);
    assert.deepEqual((await client.cancelAll()).canceled, [second.orderID]);
    assert.deepEqual(await client.getOpenOrders(), []);
  },

  async "signs again when the venue has moved to another order version"({client, patient, tokens, Side, moveToOrderVersion}) {
    assert.equal(await patient.resolveVersion(), 2);
    await moveToOrderVersion(3);
    const placed = await patient.createAndPostOrder({tokenID: tokens.yes, price: 0.45, size: 10, side: Side.BUY});
    assert.equal(placed.status, "live");
    assert.equal(await patient.resolveVersion(), 3);
    await moveToOrderVersion(2);
    await client.cancelAll();
  },

  async "is told of fills and drops the notices"({client}) {
    const notices = await client.getNotifications();
    assert.ok(notices.length > 0);
    await client.dropNotifications({ids: notices.map((notice) => String(notice.id))});
    assert.deepEqual(await client.getNotifications(), []);
  },
};
