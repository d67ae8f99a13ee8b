package pairdesk.sandbox.wire.kalshi;

import io.javalin.http.HandlerType;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Moves cash between shards. */
final class TransferRoutes {
  private static final long CENTICENT_E6 = 100;

  private final Exchange exchange;
  private final AccountId account;
  private long transfers;

  TransferRoutes(Exchange exchange, AccountId account) {
    this.exchange = exchange;
    this.account = account;
  }

  void enter(Gateway gateway) {
    gateway.write(HandlerType.POST, "/portfolio/intra_exchange_instance_transfer", this::transfer);
  }

  private synchronized WireReply transfer(WireRequest request) {
    Body body = Body.of(request, "IntraExchangeInstanceTransferRequest");
    long amount = wanted(body, "amount");
    int from = Math.toIntExact(wanted(body, "source_exchange_shard"));
    int to = Math.toIntExact(wanted(body, "destination_exchange_shard"));
    Usd moved = Usd.ofE6(Math.multiplyExact(amount, CENTICENT_E6));
    if (amount <= 0 || !exchange.transfer(account, from, to, moved)) {
      throw Refused.nested(400, Problem.of("available_balance_too_low"));
    }
    transfers++;
    return Replies.json(200, Replies.object().put("transfer_id", "transfer-" + transfers));
  }

  private static long wanted(Body body, String field) {
    return body.number(field).orElseThrow(() -> Refused.parameter(field + " is required"));
  }
}
