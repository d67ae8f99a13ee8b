package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;

/** The relayer's addresses. Source: relayer OpenAPI, August 2026; facts on the relayer. */
final class RelayerApi {
  private final HttpApi relayer;
  private final Toll reads;
  private final Toll submits;
  private final Duration limit;

  RelayerApi(
      Transport transport, URI address, RelayerAccess access, Duration limit, Chance chance) {
    this.relayer =
        new HttpApi(transport, address, new RelayerHeaders(access, chance.clock()), chance);
    this.reads = new Toll(new TokenBucket(chance.clock(), 20, 10), 1, Priority.READ);
    // 25 in a minute: 25 tokens arrive in a second, and one submission takes a minute's worth of
    // one.
    this.submits = new Toll(new TokenBucket(chance.clock(), 20 * 60, 25), 60, Priority.HEDGE);
    this.limit = limit;
  }

  /** The number of the wallet's next call, and for proxies the address that will relay it. */
  record Payload(BigInteger nonce, String relay) {}

  BigInteger nonce(String owner, RelayerWallet.Kind kind) {
    String target =
        switch (kind) {
          case SAFE, PROXY -> "/nonce?address=" + owner + "&type=" + kind.code();
          case DEPOSIT_WALLET -> "/v1/account/transactions/params?type=" + kind.code();
        };
    return get(target).exact("nonce", BigInteger::new);
  }

  Payload payload(String owner) {
    Fields answer = get("/relay-payload?address=" + owner + "&type=PROXY");
    return new Payload(answer.exact("nonce", BigInteger::new), answer.text("address"));
  }

  /** Whether the wallet is on the chain yet. Proxies are made by their first call. */
  boolean isUsable(RelayerWallet wallet) {
    return switch (wallet.kind()) {
      case PROXY -> true;
      case SAFE, DEPOSIT_WALLET ->
          get("/deployed?address=" + wallet.address() + "&type=" + wallet.kind().code())
              .flag("deployed");
    };
  }

  HttpOutcome submit(String body) {
    return relayer.send(HttpCall.post("/submit", body, submits), limit);
  }

  /** One transaction by the relayer's id; none when it does not know it. */
  List<Fields> transaction(String id) {
    return Fields.parseList(read("/transaction?id=" + id));
  }

  /** Our latest transactions. */
  List<Fields> transactions() {
    return Fields.parseList(read("/transactions"));
  }

  private Fields get(String target) {
    return Fields.parse(read(target));
  }

  private String read(String target) {
    HttpCall call = HttpCall.get(target, reads);
    Answered answer = relayer.read(call, limit);
    if (!answer.isSuccess()) {
      throw new VenueException(call + ": HTTP " + answer.status());
    }
    return answer.body();
  }
}
