package pairdesk.venues.polymarket;

import static pairdesk.venues.polymarket.Eip712.keccak;
import static pairdesk.venues.polymarket.Eip712.text;
import static pairdesk.venues.polymarket.Eip712.uint;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.RequestHmac;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.ClobOrder.Wallet;

/** Proves who we are: orders and log-ins by the account's key, requests by the API secret. */
final class PolymarketSigner {
  private static final byte[] LOGIN_TYPE_HASH =
      text("ClobAuth(address address,string timestamp,uint256 nonce,string message)");
  private static final byte[] LOGIN_MESSAGE =
      text("This message attests that I control the given wallet");

  private final EthereumKey key;
  private final Wallet wallet;
  private final byte[] loginDomain;
  private final OrderHash standard;
  private final OrderHash negRisk;
  private final OrderHash ledger;
  private volatile @Nullable Seal seal;

  private record Seal(Secret secret, RequestHmac hmac) {}

  /**
   * @throws IllegalArgumentException when the key is none, or the wallet is not one of its wallets
   */
  PolymarketSigner(PolymarketSettings.Account account) {
    this.key = EthereumKey.parse(account.privateKey().reveal());
    this.wallet = wallet(account, key.address());
    this.loginDomain =
        keccak(
            text("EIP712Domain(string name,string version,uint256 chainId)"),
            text("ClobAuthDomain"),
            text("1"),
            uint(account.chainId()));
    long chain = account.chainId();
    this.standard = new OrderHash("2", chain, PolymarketContracts.CTF_EXCHANGE);
    this.negRisk = new OrderHash("2", chain, PolymarketContracts.NEG_RISK_EXCHANGE);
    this.ledger = new OrderHash("3", chain, PolymarketContracts.ledgerExchange(chain));
  }

  /** An order as it is sent: {@code id} is its digest, by which the venue knows it. */
  record Signed(ClobOrder order, String id, String signature) {}

  Wallet wallet() {
    return wallet;
  }

  /** Of the key, which owns the API credentials whatever the wallet. */
  String address() {
    return key.address();
  }

  Signed sign(ClobOrder order, boolean negRiskMarket) {
    OrderHash hash = hash(order, negRiskMarket);
    byte[] struct = hash.struct(order);
    byte[] digest = hash.digest(struct);
    byte[] signature =
        switch (order.wallet().type()) {
          case EOA, POLY_PROXY, POLY_GNOSIS_SAFE -> key.sign(digest);
          case POLY_1271 ->
              hash.walletSignature(
                  key.sign(hash.walletDigest(struct, order.wallet().signer())), struct);
        };
    return new Signed(order, Eip712.hex(digest), Eip712.hex(signature));
  }

  /** On the position ledger neg-risk plays no part. */
  private OrderHash hash(ClobOrder order, boolean negRiskMarket) {
    if (PositionId.isOne(order.tokenId())) {
      return ledger;
    }
    return negRiskMarket ? negRisk : standard;
  }

  /** Headers to create or derive API credentials. */
  Map<String, String> loginHeaders(Instant now, long nonce) {
    String seconds = Long.toString(now.getEpochSecond());
    byte[] struct =
        keccak(
            LOGIN_TYPE_HASH, Eip712.address(address()), text(seconds), uint(nonce), LOGIN_MESSAGE);
    return Map.of(
        "POLY_ADDRESS", address(),
        "POLY_SIGNATURE", Eip712.hex(key.sign(Eip712.digest(loginDomain, struct))),
        "POLY_TIMESTAMP", seconds,
        "POLY_NONCE", Long.toString(nonce));
  }

  /**
   * Headers of a private request.
   *
   * @param path without the query, which is not signed
   * @param body the very text that is sent
   */
  Map<String, String> requestHeaders(
      ApiCredentials credentials, Instant now, String method, String path, @Nullable String body) {
    String seconds = Long.toString(now.getEpochSecond());
    return Map.of(
        "POLY_ADDRESS", address(),
        "POLY_SIGNATURE", seal(credentials.secret()).of(seconds, method, path, body),
        "POLY_TIMESTAMP", seconds,
        "POLY_API_KEY", credentials.key(),
        "POLY_PASSPHRASE", credentials.passphrase().reveal());
  }

  /** The one of the last request, unless the secret has changed. */
  private RequestHmac seal(Secret secret) {
    Seal known = seal;
    if (known == null || !known.secret().equals(secret)) {
      known = new Seal(secret, new RequestHmac(secret));
      seal = known;
    }
    return known.hmac();
  }

  private static Wallet wallet(PolymarketSettings.Account account, String owner) {
    String maker =
        account.wallet() == null
            ? PolymarketWallets.derived(account.type(), owner)
            : account.wallet();
    if (PolymarketWallets.possible(account.type(), owner).stream()
        .noneMatch(maker::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "%s is no wallet of this key, whose wallet of this kind is %s"
              .formatted(maker, PolymarketWallets.derived(account.type(), owner)));
    }
    String signer = account.type() == SignatureType.POLY_1271 ? maker : owner;
    return new Wallet(account.type(), maker, signer);
  }
}
