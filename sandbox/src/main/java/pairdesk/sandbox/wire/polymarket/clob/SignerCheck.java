package pairdesk.sandbox.wire.polymarket.clob;

import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.ExchangeDomain;
import pairdesk.sandbox.wire.polymarket.signing.OrderFields;
import pairdesk.sandbox.wire.polymarket.signing.OrderSignature;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/** That an order comes from the key that sends it, for a wallet that belongs to this key. */
final class SignerCheck {
  private static final int DEPOSIT_WALLET = 3;

  private SignerCheck() {}

  /**
   * @param inForce the domain for which the order must be signed
   * @param other the one of the version that is not in force
   * @throws HttpRefusal naming the first thing that does not fit
   */
  static void check(
      OrderRequest request, ApiKey key, ExchangeDomain inForce, ExchangeDomain other) {
    OrderFields order = request.order();
    if (!request.owner().equals(key.id())) {
      throw HttpRefusal.badRequest("the order owner has to be the owner of the API KEY");
    }
    Wallets wallets = Wallets.of(key.owner());
    Address expectedSigner = order.signatureType() == DEPOSIT_WALLET ? order.maker() : key.owner();
    if (!order.signer().equals(expectedSigner)) {
      throw HttpRefusal.badRequest("the order signer address has to be the address of the API KEY");
    }
    if (!wallets.makers(order.signatureType()).contains(order.maker())) {
      throw HttpRefusal.badRequest("maker address not allowed, please use the deposit wallet flow");
    }
    if (!isSigned(request, key, inForce)) {
      throw HttpRefusal.badRequest(
          isSigned(request, key, other) ? "order_version_mismatch" : "invalid signature");
    }
  }

  private static boolean isSigned(OrderRequest request, ApiKey key, ExchangeDomain domain) {
    return OrderSignature.signer(request.order(), domain, Words.bytes(request.signature()))
        .filter(key.owner()::equals)
        .isPresent();
  }
}
