package pairdesk.sandbox.wire.polymarket.relayer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import pairdesk.sandbox.exchange.ChainModes.State;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/**
 * A transaction as the relayer tells of it.
 *
 * @param owner whose key submitted it
 */
record Relayed(
    String id, Submission submission, Address owner, State state, Instant createdAt, Instant at) {

  Relayed in(State next, Instant now) {
    return new Relayed(id, submission, owner, next, createdAt, now);
  }

  boolean isOf(Address address) {
    return owner.equals(address) || submission.from().equals(address);
  }

  /** Known once it is on its way to a block. */
  private String hash() {
    return state == State.NEW || state == State.INVALID
        ? ""
        : Words.hex(Words.keccak("relayed " + id));
  }

  ObjectNode json() {
    return Json.object()
        .put("transactionID", id)
        .put("transactionHash", hash())
        .put("from", submission.from().hex())
        .put("to", submission.target().hex())
        .put("proxyAddress", submission.wallet().hex())
        .put("data", submission.data())
        .put("nonce", submission.nonce().toString())
        .put("value", "")
        .put("signature", submission.signature())
        .put("state", "STATE_" + state.name())
        .put("type", submission.type())
        .put("owner", owner.hex())
        .put("metadata", "")
        .put("createdAt", createdAt.toString())
        .put("updatedAt", at.toString());
  }
}
