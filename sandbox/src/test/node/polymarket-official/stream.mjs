// The user channel, opened with the credentials that the client derived.

import assert from "node:assert/strict";
import {once} from "node:events";
import WebSocket from "ws";

/** Frames of one connection, waited for. */
class Frames {
  #waiting = [];
  #unread = [];

  constructor(socket) {
    socket.on("message", (data) => {
      this.#unread.push(data.toString());
      this.#waiting.shift()?.();
    });
  }

  async next() {
    while (this.#unread.length === 0) {
      await new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error("no frame within ten seconds")), 10_000);
        this.#waiting.push(() => { clearTimeout(limit); resolve(); });
      });
    }
    return this.#unread.shift();
  }

  async find(wanted) {
    for (;;) {
      const frame = JSON.parse(await this.next());
      if (wanted(frame)) return frame;
    }
  }
}

export const streamSteps = {
  async "hears of its orders and trades"({client, socket, tokens, creds, Side, OrderType}) {
    const connection = new WebSocket(`${socket}/ws/user`);
    await once(connection, "open");
    const frames = new Frames(connection);
    connection.send(JSON.stringify({
      auth: {apiKey: creds.key, secret: creds.secret, passphrase: creds.passphrase}, type: "user", markets: [tokens.condition],
    }));
    connection.send("PING");
    assert.equal(await frames.next(), "PONG");

    const {orderID} = await client.createAndPostOrder({tokenID: tokens.yes, price: 0.47, size: 10, side: Side.BUY});
    const placed = await frames.find((frame) => frame.id === orderID);
    assert.deepEqual([placed.event_type, placed.type, placed.status], ["order", "PLACEMENT", "LIVE"]);
    await client.cancelOrder({orderID});
    assert.equal((await frames.find((frame) => frame.id === orderID)).type, "CANCELLATION");

    const bought = await client.createAndPostMarketOrder(
      {tokenID: tokens.yes, amount: 3, side: Side.BUY, orderType: OrderType.FAK}, {}, OrderType.FAK);
    for (const status of ["MATCHED", "MINED"]) {
      const trade = await frames.find((frame) => frame.event_type === "trade" && frame.id === bought.tradeIDs[0]);
      assert.equal(trade.status, status);
      assert.equal(trade.taker_order_id, bought.orderID);
    }
    connection.close();
  },

  async "is cut off with another's credentials"({socket, creds}) {
    const connection = new WebSocket(`${socket}/ws/user`);
    await once(connection, "open");
    connection.on("error", () => {});
    connection.send(JSON.stringify({
      auth: {apiKey: creds.key, secret: creds.secret, passphrase: "0".repeat(64)}, type: "user",
    }));
    await once(connection, "close");
  },
};
