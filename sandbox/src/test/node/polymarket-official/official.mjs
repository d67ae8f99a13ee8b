// Polymarket's own client drives the sandbox as each of the four kinds of wallet.
//
//   SANDBOX='{"tokens":{…},"wallets":[{"signatureType":0,"clob":"http://…","socket":"ws://…","key":"0x…","funder":"0x…"}]}' node official.mjs

import {Wallet} from "@ethersproject/wallet";
import {ClobClient, OrderType, Side} from "@polymarket/clob-client-v2";
import {accountSteps, heartbeatSteps} from "./account.mjs";
import {marketSteps} from "./market.mjs";
import {orderSteps} from "./orders.mjs";
import {streamSteps} from "./stream.mjs";
import {tamperSteps} from "./tampered.mjs";

const {tokens, wallets} = JSON.parse(process.env.SANDBOX);
for (const wallet of wallets) {
  const connect = (host, creds) => new ClobClient({
    host, chain: 137, signer: new Wallet(wallet.key), creds, signatureType: wallet.signatureType,
    funderAddress: wallet.funder, throwOnError: true,
  });
  // The client makes a key and, where the venue has one already, derives it; only then does an error count.
  const forgiving = new ClobClient({host: wallet.clob, chain: 137, signer: new Wallet(wallet.key)});
  const creds = await forgiving.createOrDeriveApiKey();
  const desk = {...wallet, tokens, creds, connect, client: connect(wallet.clob, creds), OrderType, Side};
  for (const steps of [accountSteps, marketSteps, orderSteps, streamSteps, tamperSteps, heartbeatSteps]) {
    for (const [name, step] of Object.entries(steps)) {
      await step(desk);
      console.log(`ok: ${name} (signature type ${wallet.signatureType})`);
    }
  }
  console.log(`done: signature type ${wallet.signatureType}`);
}
