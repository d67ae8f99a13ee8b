// Somebody between client and venue changes one byte after it was signed.

import assert from "node:assert/strict";
import {createServer, request} from "node:http";

/** A proxy that alters the first occurrence of a text in bodies that hold it. */
async function alter(clob, from, to) {
  const server = createServer((incoming, outgoing) => {
    const chunks = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = Buffer.concat(chunks).toString().replace(from, to);
      const headers = {...incoming.headers, "content-length": Buffer.byteLength(body)};
      const onward = request(clob + incoming.url, {method: incoming.method, headers}, (answer) => {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
      });
      onward.end(body);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {url: `http://127.0.0.1:${server.address().port}`, close: () => server.close()};
}

export const tamperSteps = {
  async "is refused when one byte of a signed request is altered"({clob, connect, creds, client, tokens, Side, OrderType}) {
    const order = await client.createOrder({tokenID: tokens.yes, price: 0.47, size: 10, side: Side.BUY});
    const proxy = await alter(clob, `"orderType":"GTC"`, `"orderType":"GTD"`);
    await assert.rejects(
      connect(proxy.url, creds).postOrder(order, OrderType.GTC),
      (error) => error.status === 401 && /Unauthorized\/Invalid api key/.test(error.message));
    proxy.close();
    assert.equal((await client.postOrder(order, OrderType.GTC)).status, "live");
    await client.cancelAll();
  },

  async "is refused when one digit of a signed order is altered"({client, tokens, Side, OrderType}) {
    const order = await client.createOrder({tokenID: tokens.yes, price: 0.47, size: 10, side: Side.BUY});
    const digit = order.signature[20] === "0" ? "1" : "0";
    const forged = [
      {...order, signature: order.signature.slice(0, 20) + digit + order.signature.slice(21)},
      {...order, makerAmount: "4700001"},
      {...order, timestamp: String(BigInt(order.timestamp) + 1n)},
    ];
    for (const one of forged) {
      await assert.rejects(client.postOrder(one, OrderType.GTC), /invalid signature/);
    }
  },
};
