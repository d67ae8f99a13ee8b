// Keys, balances, notices, rewards: what belongs to the account rather than to one order.

import assert from "node:assert/strict";

export const accountSteps = {
  async "derives a key"({client, creds}) {
    assert.deepEqual(await client.deriveApiKey(), creds);
    assert.ok((await client.getApiKeys()).apiKeys.includes(creds.key));
    const other = await client.createApiKey(7);
    assert.notEqual(other.key, creds.key);
    assert.deepEqual(await client.deriveApiKey(7), other);
  },

  async "manages read-only and builder keys"({client}) {
    const {apiKey} = await client.createReadonlyApiKey();
    assert.ok((await client.getReadonlyApiKeys()).includes(apiKey));
    await client.deleteReadonlyApiKey(apiKey);
    assert.ok(!(await client.getReadonlyApiKeys()).includes(apiKey));
    const builder = await client.createBuilderApiKey();
    assert.ok(builder.key && builder.secret && builder.passphrase);
    assert.ok((await client.getBuilderApiKeys()).some((one) => one.key === builder.key));
  },

  async "asks whether it may trade"({client}) {
    assert.equal(await client.getOk(), "OK");
    assert.equal(await client.getVersion(), 2);
    assert.ok(Math.abs(await client.getServerTime() - Date.now() / 1000) < 60);
    assert.deepEqual(await client.getClosedOnlyMode(), {closed_only: false});
  },

  async "reads balance and allowances"({client, tokens}) {
    const dollars = await client.getBalanceAllowance({asset_type: "COLLATERAL"});
    assert.ok(BigInt(dollars.balance) > 900_000_000n);
    assert.ok(Object.values(dollars.allowances).every((allowance) => BigInt(allowance) > 0n));
    const shares = await client.getBalanceAllowance({asset_type: "CONDITIONAL", token_id: tokens.yes});
    assert.equal(shares.balance, "0");
    await client.updateBalanceAllowance({asset_type: "COLLATERAL"});
  },

  async "reads rewards and rebates"({client, tokens}) {
    const current = await client.getCurrentRewards();
    assert.ok(current.every((market) => market.rewards_config.length > 0));
    await client.getRawRewardsForMarket(tokens.condition);
    const day = new Date().toISOString().slice(0, 10);
    assert.deepEqual(await client.getEarningsForUserForDay(day), []);
    assert.ok(Array.isArray(await client.getTotalEarningsForUserForDay(day)));
    assert.ok(Array.isArray(await client.getUserEarningsAndMarketsConfig(day)));
    assert.equal(typeof await client.getRewardPercentages(), "object");
  },
};

/** Last, because the venue cancels what is open once the heartbeat stops. */
export const heartbeatSteps = {
  async "keeps the heartbeat"({client}) {
    const first = await client.postHeartbeat();
    const second = await client.postHeartbeat(first.heartbeat_id);
    assert.notEqual(second.heartbeat_id, first.heartbeat_id);
    await assert.rejects(client.postHeartbeat(first.heartbeat_id), /Invalid Heartbeat ID/);
  },
};
