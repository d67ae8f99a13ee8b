package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import pairdesk.venues.net.VenueException;

/**
 * Sends calls as transactions of the key's own address, which pays the gas. One at a time: while
 * the outcome of one is open, no other is prepared, so that nonces never leave a gap.
 *
 * <p>A call that stays missing is given up by a restart: the next call then takes its nonce, and of
 * the two only one can ever be carried out.
 */
final class EoaSender implements ChainSender {
  private final Node node;
  private final CallEncoder encoder;
  private final ChainKey key;
  private final GasLimits limits;
  private final Waiting waiting;
  private final AtomicReference<@Nullable PreparedCall> open = new AtomicReference<>();

  EoaSender(Node node, CallEncoder encoder, ChainKey key, GasLimits limits, Waiting waiting) {
    this.node = node;
    this.encoder = encoder;
    this.key = key;
    this.limits = limits;
    this.waiting = waiting;
  }

  @Override
  public boolean batches() {
    return false;
  }

  @Override
  public Preparation prepare(List<ChainCall> calls) {
    if (calls.size() != 1) {
      throw new IllegalArgumentException("a key sends one call at a time, not " + calls.size());
    }
    return one(calls.getFirst());
  }

  private Preparation one(ChainCall call) {
    PreparedCall unresolved = open.get();
    if (unresolved != null) {
      return new Preparation.Refused("unresolved: " + unresolved);
    }
    EncodedCall encoded = encoder.encode(call);
    node.requireChain();
    if (!node.hasCode(encoded.to())) {
      return new Preparation.Refused("no contract at " + encoded.to());
    }
    BigInteger nonce = node.pendingNonce(key.address());
    if (nonce.compareTo(node.nonce(key.address())) > 0) {
      return new Preparation.Refused("another transaction of " + key.address() + " is pending");
    }
    return switch (node.gas(key.address(), encoded)) {
      case JsonRpc.Sent.Result gas -> price(encoded, nonce, Node.number(gas.text()));
      case JsonRpc.Sent.Refusal refusal ->
          new Preparation.Refused("it would fail: " + refusal.message());
      case JsonRpc.Sent.NotSent notSent -> throw new VenueException(notSent.reason());
      case JsonRpc.Sent.Unknown unknown -> throw new VenueException(unknown.reason());
    };
  }

  private Preparation price(EncodedCall call, BigInteger nonce, BigInteger estimate) {
    var market = new GasOffer.Market(estimate, node.baseFee(), node.tip());
    Optional<GasOffer> offer = GasOffer.within(limits, market);
    if (offer.isEmpty()) {
      return new Preparation.Refused("dearer than the limits allow: " + market);
    }
    if (node.balance(key.address()).compareTo(offer.get().worst()) < 0) {
      return new Preparation.Refused("too little for gas: want " + offer.get().worst() + " wei");
    }
    return new Preparation.Ready(sign(call, nonce, offer.get()));
  }

  private PreparedCall sign(EncodedCall call, BigInteger nonce, GasOffer gas) {
    RawTransaction transaction =
        RawTransaction.createTransaction(
            encoder.contracts().chainId(),
            nonce,
            gas.limit(),
            call.to(),
            BigInteger.ZERO,
            call.data(),
            gas.tip(),
            gas.feePerGas());
    byte[] signature = key.sign(Bytes.keccak(TransactionEncoder.encode(transaction)));
    byte[] signed =
        TransactionEncoder.encode(
            transaction,
            new Sign.SignatureData(
                signature[64],
                Arrays.copyOfRange(signature, 0, 32),
                Arrays.copyOfRange(signature, 32, 64)));
    return new PreparedCall(Bytes.hex(Bytes.keccak(signed)), nonce, Bytes.hex(signed));
  }

  @Override
  public ChainOutcome send(PreparedCall call) {
    if (!open.compareAndSet(null, call)) {
      return new ChainOutcome.NotSent("unresolved: " + open.get());
    }
    ChainOutcome outcome =
        switch (node.rpc().send("eth_sendRawTransaction", call.payload())) {
          case JsonRpc.Sent.NotSent notSent -> new ChainOutcome.NotSent(notSent.reason());
          case JsonRpc.Sent.Refusal refusal -> afterRefusal(call, refusal.message());
          case JsonRpc.Sent.Result _, JsonRpc.Sent.Unknown _ -> await(call);
        };
    return remember(call, outcome);
  }

  /** A node also answers with an error when it has the transaction already. */
  private ChainOutcome afterRefusal(PreparedCall call, String message) {
    return switch (waiting.once(() -> state(call))) {
      case ChainOutcome.Missing _ -> new ChainOutcome.Refused(message);
      case ChainOutcome.Pending _ -> await(call);
      case ChainOutcome known -> known;
    };
  }

  private ChainOutcome await(PreparedCall call) {
    return waiting.until(limits.patience(), () -> state(call));
  }

  @Override
  public ChainOutcome resolve(PreparedCall call) {
    node.requireChain();
    return remember(call, state(call));
  }

  private ChainOutcome remember(PreparedCall call, ChainOutcome outcome) {
    if (outcome.isFinal()) {
      open.compareAndSet(call, null);
    }
    return outcome;
  }

  private ChainOutcome state(PreparedCall call) {
    Optional<Node.Receipt> receipt = node.receipt(call.id());
    if (receipt.isPresent()) {
      return carriedOut(receipt.get());
    }
    if (node.knows(call.id())) {
      return new ChainOutcome.Pending(call.id());
    }
    if (node.nonce(key.address()).compareTo(call.nonce()) <= 0) {
      return new ChainOutcome.Missing("the node does not know " + call.id());
    }
    // It may have entered its block since we asked for the receipt.
    return node.receipt(call.id())
        .map(this::carriedOut)
        .orElseGet(() -> new ChainOutcome.Replaced("nonce " + call.nonce() + " is used"));
  }

  private ChainOutcome carriedOut(Node.Receipt receipt) {
    BigInteger since = node.block().subtract(receipt.block()).add(BigInteger.ONE);
    if (since.compareTo(BigInteger.valueOf(limits.confirmations())) < 0) {
      return new ChainOutcome.Pending(since + " of " + limits.confirmations() + " confirmations");
    }
    return receipt.succeeded()
        ? new ChainOutcome.Confirmed(receipt.hash())
        : new ChainOutcome.Failed(receipt.hash(), "reverted");
  }
}
