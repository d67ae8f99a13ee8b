package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Moves cash between shards. */
final class TransferRoutes {
  private static final String INSTANCE = "event_contract";
  private static final String TRANSFERS = "/portfolio/intra_exchange_instance_transfer";
  private static final long CENTICENT_E6 = 100;
  private static final long MOST_CENTICENTS = Long.MAX_VALUE / CENTICENT_E6;

  private final Exchange exchange;
  private final AccountId account;
  private final List<Transfer> made = new CopyOnWriteArrayList<>();

  private record Transfer(String id, int from, int to, Usd amount, Instant at) {}

  TransferRoutes(Exchange exchange, AccountId account) {
    this.exchange = exchange;
    this.account = account;
  }

  void enter(Gateway gateway) {
    gateway.write(HandlerType.POST, TRANSFERS, this::transfer);
    gateway.read(TRANSFERS + "s", this::all);
    gateway.read(TRANSFERS + "s/{id}", this::one);
  }

  private WireReply transfer(WireRequest request) {
    Body body = Body.of(request, "IntraExchangeInstanceTransferRequest");
    if (!body.required("source").equals(INSTANCE)
        || !body.required("destination").equals(INSTANCE)) {
      throw Refused.parameter("source and destination must be " + INSTANCE);
    }
    long amount = body.number("amount").orElseThrow(() -> Refused.parameter("amount is required"));
    int from = shard(body, "source_exchange_shard");
    int to = shard(body, "destination_exchange_shard");
    Usd moved = Usd.ofE6(Math.clamp(amount, 0, MOST_CENTICENTS) * CENTICENT_E6);
    if (amount <= 0 || amount > MOST_CENTICENTS || !exchange.transfer(account, from, to, moved)) {
      throw Refused.nested(400, Problem.of("available_balance_too_low"));
    }
    var transfer = new Transfer(exchange.newId(), from, to, moved, exchange.clock().instant());
    made.add(transfer);
    return Replies.json(200, Replies.object().put("transfer_id", transfer.id()));
  }

  private static int shard(Body body, String field) {
    long wanted = body.number(field).orElse(0L);
    Predicate<ExchangeRoutes.Shard> known = shard -> shard.index() == wanted;
    if (ExchangeRoutes.SHARDS.stream().noneMatch(known)) {
      throw Refused.parameter(field + " is no shard");
    }
    return Math.toIntExact(wanted);
  }

  private WireReply all(WireRequest request) {
    Page page = Page.of(request, "GetIntraExchangeInstanceTransfers", 100, 1_000);
    return Replies.json(200, page.write("transfers", made.reversed(), TransferRoutes::json));
  }

  private WireReply one(WireRequest request) {
    Transfer transfer =
        made.stream()
            .filter(t -> t.id().equals(request.pathParam("id")))
            .findFirst()
            .orElseThrow(Refused::notFound);
    return Replies.json(200, Replies.object().set("transfer", json(transfer)));
  }

  private static ObjectNode json(Transfer transfer) {
    return Replies.object()
        .put("transfer_id", transfer.id())
        .put("source", INSTANCE)
        .put("destination", INSTANCE)
        .put("source_exchange_shard", transfer.from())
        .put("destination_exchange_shard", transfer.to())
        .put("amount", Fixed.balance(transfer.amount()))
        .put("status", "complete")
        .put("created_ts", transfer.at().getEpochSecond());
  }
}
