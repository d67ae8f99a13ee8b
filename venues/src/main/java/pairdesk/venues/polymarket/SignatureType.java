package pairdesk.venues.polymarket;

/** How an account holds its money, and so who is maker and signer of its orders. */
public enum SignatureType {
  /** The key's own address. */
  EOA(0),
  /** A proxy wallet of the key. */
  POLY_PROXY(1),
  /** A Safe of the key. */
  POLY_GNOSIS_SAFE(2),
  /** A deposit wallet, the only kind for accounts made since 2026-05-04; signs by ERC-7739. */
  POLY_1271(3);

  private final int code;

  SignatureType(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  int code() {
    return code;
  }
}
