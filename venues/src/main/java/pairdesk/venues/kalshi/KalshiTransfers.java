package pairdesk.venues.kalshi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.Priority;

/** Moves our cash between shards: an order can only spend what lies on its market's shard. */
public final class KalshiTransfers {
  private static final String TRANSFER = "/portfolio/intra_exchange_instance_transfer";
  private static final long CENTICENT_E6 = 100;

  private final KalshiRest rest;

  KalshiTransfers(KalshiRest rest) {
    this.rest = rest;
  }

  /**
   * @param amount more than nothing, in whole 1/10 000 dollars
   * @return the transfer's id; when Unknown, look at the balances before doing it again
   * @throws IllegalArgumentException when the amount is not such, or the shards are one
   */
  public KalshiReply<String> move(int from, int to, Usd amount, Duration limit) {
    if (amount.e6() <= 0 || amount.e6() % CENTICENT_E6 != 0 || from == to) {
      throw new IllegalArgumentException("move " + amount + " from " + from + " to " + to);
    }
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("source", "event_contract")
            .put("destination", "event_contract")
            .put("amount", amount.e6() / CENTICENT_E6)
            .put("source_exchange_shard", from)
            .put("destination_exchange_shard", to)
            .toString();
    var toll = rest.budgets().write(KalshiCost.OTHER_WRITE, Priority.ENTRY);
    return KalshiReply.of(
        rest.send(HttpCall.post(TRANSFER, body, toll), limit),
        answer -> answer.text("transfer_id"));
  }
}
