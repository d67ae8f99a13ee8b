// Polymarket's own client drives the sandbox as each of the four kinds of wallet.
//
//   SANDBOX='{"control":"http://…","tokens":{…},"wallets":[{"signatureType":0,"clob":"http://…","socket":"ws://…","key":"0x…","funder":"0x…"}]}' node official.mjs

import {Wallet} from "@ethersproject/wallet";
import {ClobClient, OrderType, Side} from "@polymarket/clob-client-v2";
import {accountSteps, heartbeatSteps} from "./account.mjs";
import {marketSteps} from "./market.mjs";
import {orderSteps} from "./orders.mjs";
import {streamSteps} from "./stream.mjs";
import {tamperSteps} from "./tampered.mjs";

const {tokens, wallets, control} = JSON.parse(process.env.SANDBOX);
const moveToOrderVersion = (version) => fetch(`${control}/order-version/${version}`, {method: "POST"});
for (const wallet of wallets) {
  const connect = (host, creds, throwOnError = true) => new ClobClient({
    host, chain: 137, signer: new Wallet(wallet.key), creds, signatureType: wallet.signatureType,
    funderAddress: wallet.funder, throwOnError,
  });
  // What the client does by itself after an error, it does only where an error is an answer and no exception: derive a
  // key that the venue has already, sign again for another version.
  const creds = await connect(wallet.clob, undefined, false).createOrDeriveApiKey();
  const desk = {
    ...wallet, tokens, creds, connect, client: connect(wallet.clob, creds), patient: connect(wallet.clob, creds, false),
    moveToOrderVersion, OrderType, Side,
  };
  for (const steps of [accountSteps, marketSteps, orderSteps, streamSteps, tamperSteps, heartbeatSteps]) {
    for (const [name, step] of Object.entries(steps)) {
      await step(desk);
      console.log(`ok: ${name} (signature type ${wallet.signatureType})`);
    }
  }
  console.log(`done: signature type ${wallet.signatureType}`);
}
