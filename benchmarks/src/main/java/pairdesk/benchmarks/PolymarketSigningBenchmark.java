package pairdesk.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.web3j.crypto.Sign;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.ApiCredentials;
import pairdesk.venues.polymarket.ClobOrder;
import pairdesk.venues.polymarket.EthereumKey;
import pairdesk.venues.polymarket.OrderHash;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.PolymarketSettings.Account;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;
import pairdesk.venues.polymarket.SignatureType;

/**
 * An order of Polymarket from the intent to the body that is posted: checked, drafted, hashed,
 * signed and written; the baseline only hashes and signs. Hash and signature are measured alone as
 * well, the signature by native code and without, and beside the library's bare call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolymarketSigningBenchmark {
  private static final String PRIVATE_KEY = "46".repeat(32);
  private static final String EXCHANGE = "0xE111180000d2663C0091e4f400237545B87B996B";
  private static final long SEED = 20261120;

  private final Market market = MadeMarkets.polymarket(1);
  private final OrderIntent intent = intent(market);
  private final Polymarket polymarket =
      Polymarket.open(
          new PolymarketSettings(Endpoints.PRODUCTION, account(), Limits.DEFAULT),
          InstantSource.fixed(MadeMarkets.NOW),
          new SplittableRandom(SEED));
  private final OrderGateway gateway = polymarket.trading().orElseThrow().orders();
  private final Web3jOrder web3j;
  private final ClobOrder order;
  private final OrderHash hash = new OrderHash("2", Account.POLYGON, EXCHANGE);
  private final EthereumKey key = EthereumKey.parse(PRIVATE_KEY);
  private final EthereumKey portable = EthereumKey.portable(PRIVATE_KEY);
  private final byte[] digest;
  private final BareCurve bare;

  public PolymarketSigningBenchmark() {
    PreparedOrder prepared = gateway.prepare(intent, market);
    JsonNode posted = parsed(prepared.body()).required("order");
    web3j = new Web3jOrder(PRIVATE_KEY, posted);
    order = order(posted);
    digest = digest();
    bare = new BareCurve(digest, new BigInteger(PRIVATE_KEY, 16).toByteArray());
    var ours = new Web3jOrder.Signed(prepared.venueKey(), posted.required("signature").textValue());
    if (!ours.equals(web3j.sign())
        || !Arrays.equals(digest, web3j.digest())
        || !Arrays.equals(key.sign(digest), portable.sign(digest))
        || bare.sign() != 1
        || !Arrays.equals(bare.signature(), Arrays.copyOf(key.sign(digest), 64))) {
      throw new IllegalStateException("web3j signs differently: " + ours + ", " + web3j.sign());
    }
  }

  @Benchmark
  public PreparedOrder prepare() {
    return gateway.prepare(intent, market);
  }

  @Benchmark
  public Web3jOrder.Signed web3j() {
    return web3j.sign();
  }

  @Benchmark
  public final byte[] digest() {
    return hash.digest(hash.struct(order));
  }

  @Benchmark
  public byte[] web3jDigest() {
    return web3j.digest();
  }

  @Benchmark
  public byte[] sign() {
    return key.sign(digest);
  }

  @Benchmark
  public int signBare() {
    return bare.sign();
  }

  @Benchmark
  public byte[] signPortable() {
    return portable.sign(digest);
  }

  @Benchmark
  public Sign.SignatureData web3jSignature() {
    return web3j.signature(digest);
  }

  @TearDown
  public void close() {
    polymarket.close();
  }

  private static JsonNode parsed(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a body that is no JSON", e);
    }
  }

  private static ClobOrder order(JsonNode posted) {
    return new ClobOrder(
        new ClobOrder.Wallet(
            SignatureType.POLY_GNOSIS_SAFE,
            posted.required("maker").textValue(),
            posted.required("signer").textValue()),
        new BigInteger(posted.required("tokenId").textValue()),
        Side.valueOf(posted.required("side").textValue()),
        new ClobOrder.Amounts(
            posted.required("makerAmount").asLong(), posted.required("takerAmount").asLong()),
        new ClobOrder.Stamp(
            posted.required("salt").longValue(),
            posted.required("timestamp").asLong(),
            posted.required("metadata").textValue(),
            posted.required("builder").textValue()));
  }

  private static Account account() {
    var credentials =
        new ApiCredentials(
            "00000000-0000-4000-8000-000000000001",
            Secret.of("bWFkZSB1cCBmb3IgYSBiZW5jaG1hcms="),
            Secret.of("5e".repeat(32)));
    return new Account(
        Secret.of(PRIVATE_KEY), SignatureType.POLY_GNOSIS_SAFE, null, credentials, Account.POLYGON);
  }

  private static OrderIntent intent(Market market) {
    return new OrderIntent(
        new ClientOrderId("pd-made-1"),
        new OrderIntent.Origin(new ExecutionId("made1"), 1, 0, Purpose.ENTRY, null),
        market.id().no(),
        new OrderIntent.Terms(
            Side.BUY, Quantity.ofShares(120), Price.ofE4(5_500), TimeInForce.IOC, false, null),
        new Approval("verdict", 1, Usd.ofDollars(70), MadeMarkets.NOW.plusSeconds(5)));
  }
}
