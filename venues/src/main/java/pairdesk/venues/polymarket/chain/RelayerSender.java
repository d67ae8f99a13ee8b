package pairdesk.venues.polymarket.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.VenueException;

/**
 * Sends calls of a wallet through the venue's relayer, which pays the gas. A request without an
 * answer is looked for by its signature among the relayer's latest transactions.
 */
final class RelayerSender implements ChainSender {
  /** How long a deposit wallet takes a batch. */
  private static final Duration BATCH_LIFE = Duration.ofMinutes(10);

  private static final BigInteger PROXY_GAS = BigInteger.valueOf(1_500_000);

  private final RelayerApi relayer;
  private final CallEncoder encoder;
  private final ChainKey key;
  private final RelayerWallet wallet;
  private final Timing timing;

  /**
   * @param patience how long to wait for an outcome
   */
  record Timing(InstantSource clock, Waiting waiting, Duration patience) {}

  RelayerSender(
      RelayerApi relayer, CallEncoder encoder, ChainKey key, RelayerWallet wallet, Timing timing) {
    this.relayer = relayer;
    this.encoder = encoder;
    this.key = key;
    this.wallet = wallet;
    this.timing = timing;
  }

  @Override
  public boolean batches() {
    return true;
  }

  @Override
  public Preparation prepare(List<ChainCall> together) {
    if (together.isEmpty()) {
      throw new IllegalArgumentException("no call");
    }
    List<EncodedCall> calls = together.stream().map(encoder::encode).toList();
    if (!relayer.isUsable(wallet)) {
      return new Preparation.Refused("the wallet is not on the chain yet: " + wallet.address());
    }
    return switch (wallet.kind()) {
      case SAFE -> safe(calls);
      case PROXY -> proxy(calls);
      case DEPOSIT_WALLET -> depositWallet(calls);
    };
  }

  private Preparation safe(List<EncodedCall> calls) {
    BigInteger nonce = nonce();
    var requests = new SafeRequests(key, encoder.contracts().chainId(), wallet.address());
    return ready(requests.calls(nonce, calls, ""), nonce);
  }

  private Preparation proxy(List<EncodedCall> calls) {
    RelayerApi.Payload payload = relayer.payload(key.address());
    var terms = new ProxyRequests.Terms(payload.nonce(), PROXY_GAS, payload.relay());
    return ready(new ProxyRequests(key, wallet.address()).calls(terms, calls), payload.nonce());
  }

  private Preparation depositWallet(List<EncodedCall> calls) {
    BigInteger nonce = nonce();
    long deadline = timing.clock().instant().plus(BATCH_LIFE).getEpochSecond();
    var requests = new DepositWalletRequests(key, encoder.contracts().chainId(), wallet.address());
    return ready(requests.batch(nonce, deadline, calls), nonce);
  }

  private BigInteger nonce() {
    return relayer.nonce(key.address(), wallet.kind());
  }

  private static Preparation ready(SignedRequest request, BigInteger nonce) {
    return new Preparation.Ready(new PreparedCall(request.digest(), nonce, request.body()));
  }

  @Override
  public ChainOutcome send(PreparedCall call) {
    return switch (relayer.submit(call.payload())) {
      case HttpOutcome.NotSent notSent -> new ChainOutcome.NotSent(notSent.reason());
      case HttpOutcome.Unknown _ -> await(call);
      case Answered answer when answer.isSuccess() -> accepted(call, answer);
      case Answered answer when answer.status() == 429 ->
          new ChainOutcome.Refused("the relayer's quota is used up");
      case Answered answer when answer.status() < 500 ->
          new ChainOutcome.Refused(Redactor.redact(answer.body()));
      case Answered _ -> await(call);
    };
  }

  private ChainOutcome accepted(PreparedCall call, Answered answer) {
    String id;
    try {
      id = Fields.parse(answer.body()).text("transactionID");
    } catch (VenueException _) {
      return await(call);
    }
    return timing.waiting().until(timing.patience(), () -> first(relayer.transaction(id)));
  }

  private ChainOutcome await(PreparedCall call) {
    return timing.waiting().until(timing.patience(), () -> resolve(call));
  }

  @Override
  public ChainOutcome resolve(PreparedCall call) {
    String signature = signature(call);
    Optional<Fields> ours =
        relayer.transactions().stream()
            .filter(found -> found.textOrEmpty("signature").equalsIgnoreCase(signature))
            .findFirst();
    if (ours.isPresent()) {
      return RelayerStates.outcome(ours.get());
    }
    return nonce().compareTo(call.nonce()) > 0
        ? new ChainOutcome.Pending("nonce " + call.nonce() + " is used, by what is not known")
        : new ChainOutcome.Missing("the relayer does not know " + call.id());
  }

  private static ChainOutcome first(List<Fields> found) {
    return found.isEmpty()
        ? new ChainOutcome.Pending("not listed yet")
        : RelayerStates.outcome(found.getFirst());
  }

  private static String signature(PreparedCall call) {
    try {
      return new JsonMapper().readTree(call.payload()).path("signature").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no request of a relayer: " + call, e);
    }
  }
}
