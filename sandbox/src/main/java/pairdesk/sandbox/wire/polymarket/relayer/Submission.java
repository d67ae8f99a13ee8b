package pairdesk.sandbox.wire.polymarket.relayer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.ContractCall;
import pairdesk.sandbox.wire.polymarket.signing.Contracts;
import pairdesk.sandbox.wire.polymarket.signing.ProxyCall;
import pairdesk.sandbox.wire.polymarket.signing.SafeCall;
import pairdesk.sandbox.wire.polymarket.signing.WalletBatch;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/**
 * A request to the relayer, of which is known that the wallet's owner signed it.
 *
 * @param type as on the wire
 * @param target what the venue shows as the receiver
 */
record Submission(
    String type,
    Address from,
    Address target,
    Address wallet,
    BigInteger nonce,
    String data,
    String signature,
    List<ContractCall> calls) {

  /**
   * @throws IllegalArgumentException when a field is missing or misshapen, or the signature is not
   *     of the wallet's owner
   */
  static Submission read(JsonNode body) {
    var fields = new Texts(body);
    Submission read =
        switch (fields.text("type")) {
          case "WALLET" -> depositWallet(fields);
          case "SAFE" -> safe(fields);
          case "PROXY" -> proxy(fields);
          default -> throw new IllegalArgumentException("type");
        };
    if (!Wallets.of(read.from()).holds(read.wallet()) || read.calls().isEmpty()) {
      throw new IllegalArgumentException("not the owner's wallet, or no call");
    }
    return read;
  }

  /** Texts of a JSON object that must be there. */
  private record Texts(JsonNode node) {
    String text(String name) {
      JsonNode value = node.path(name);
      if (!value.isTextual()) {
        throw new IllegalArgumentException(name);
      }
      return value.textValue();
    }

    Address address(String name) {
      return new Address(text(name));
    }

    BigInteger number(String name) {
      return new BigInteger(text(name));
    }

    Texts object(String name) {
      return new Texts(node.path(name));
    }

    List<ContractCall> calls() {
      var calls = new ArrayList<ContractCall>();
      for (JsonNode call : node.path("calls")) {
        var fields = new Texts(call);
        if (fields.number("value").signum() != 0) {
          throw new IllegalArgumentException("value");
        }
        calls.add(new ContractCall(fields.address("target"), fields.text("data")));
      }
      return calls;
    }
  }

  private static Submission depositWallet(Texts fields) {
    Texts params = fields.object("depositWalletParams");
    var batch =
        new WalletBatch(
            params.address("depositWallet"),
            fields.number("nonce"),
            params.number("deadline"),
            params.calls());
    require(fields.address("to").equals(WalletBatch.FACTORY));
    signed(fields, batch.signer(Words.bytes(fields.text("signature"))));
    return of(fields, batch.wallet(), "", batch.calls());
  }

  private static Submission safe(Texts fields) {
    var outer = new ContractCall(fields.address("to"), fields.text("data"));
    int operation = fields.object("signatureParams").number("operation").intValueExact();
    var call =
        new SafeCall(fields.address("proxyWallet"), outer, operation, fields.number("nonce"));
    require(operation == 0 || (operation == 1 && outer.to().equals(Contracts.MULTI_SEND)));
    signed(fields, call.signer(Words.bytes(fields.text("signature"))));
    List<ContractCall> calls = operation == 0 ? List.of(outer) : Unpacking.multiSend(outer.data());
    return of(fields, call.safe(), outer.data(), calls);
  }

  private static Submission proxy(Texts fields) {
    Texts params = fields.object("signatureParams");
    var call =
        new ProxyCall(
            fields.address("from"),
            fields.text("data"),
            params.number("gasLimit"),
            fields.number("nonce"),
            params.address("relay"));
    require(
        fields.address("to").equals(ProxyCall.FACTORY)
            && params.address("relayHub").equals(ProxyCall.RELAY_HUB)
            && call.relay().equals(Relay.ADDRESS));
    signed(fields, call.signer(Words.bytes(fields.text("signature"))));
    return of(fields, fields.address("proxyWallet"), call.data(), Unpacking.proxy(call.data()));
  }

  private static Submission of(
      Texts fields, Address wallet, String data, List<ContractCall> calls) {
    return new Submission(
        fields.text("type"),
        fields.address("from"),
        fields.address("to"),
        wallet,
        fields.number("nonce"),
        data,
        fields.text("signature"),
        List.copyOf(calls));
  }

  private static void signed(Texts fields, Optional<Address> signer) {
    require(signer.filter(fields.address("from")::equals).isPresent());
  }

  private static void require(boolean is) {
    if (!is) {
      throw new IllegalArgumentException("not as the wallet would take it");
    }
  }
}
