package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.StructuredDataEncoder;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.ClobOrder.Amounts;
import pairdesk.venues.polymarket.ClobOrder.Stamp;
import pairdesk.venues.polymarket.ClobOrder.Wallet;

class OrderHashTest {
  private static final int CASES = 100;

  @Test
  void hashesAsWeb3jDoes() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      ClobOrder order = order(random);
      String exchange = hex(random, 20);
      var hash = new OrderHash("2", 137, exchange);
      assertEquals(
          Eip712.hex(new StructuredDataEncoder(typed(order, exchange)).hashStructuredData()),
          Eip712.hex(hash.digest(hash.struct(order))),
          () -> "seed " + seed + " of " + order);
    }
    System.out.println("hashed as web3j does: " + CASES + " orders, seed " + seed);
  }

  private static ClobOrder order(Random random) {
    return new ClobOrder(
        new Wallet(Vectors.type(random.nextInt(4)), hex(random, 20), hex(random, 20)),
        new BigInteger(256, random),
        random.nextBoolean() ? Side.BUY : Side.SELL,
        new Amounts(1 + random.nextLong(1L << 50), 1 + random.nextLong(1L << 50)),
        new Stamp(
            random.nextLong(Stamp.SALTS),
            random.nextLong(1L << 45),
            hex(random, 32),
            hex(random, 32)));
  }

  private static String hex(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  private static String typed(ClobOrder order, String exchange) {
    return """
    {"types":{
      "EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
        {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],
      "Order":[{"name":"salt","type":"uint256"},{"name":"maker","type":"address"},
        {"name":"signer","type":"address"},{"name":"tokenId","type":"uint256"},
        {"name":"makerAmount","type":"uint256"},{"name":"takerAmount","type":"uint256"},
        {"name":"side","type":"uint8"},{"name":"signatureType","type":"uint8"},
        {"name":"timestamp","type":"uint256"},{"name":"metadata","type":"bytes32"},
        {"name":"builder","type":"bytes32"}]},
     "primaryType":"Order",
     "domain":{"name":"Polymarket CTF Exchange","version":"2","chainId":137,
       "verifyingContract":"%s"},
     "message":{"salt":"%d","maker":"%s","signer":"%s","tokenId":"%s","makerAmount":"%d",
       "takerAmount":"%d","side":"%d","signatureType":"%d","timestamp":"%d","metadata":"%s",
       "builder":"%s"}}
    """
        .formatted(
            exchange,
            order.stamp().salt(),
            order.wallet().maker(),
            order.wallet().signer(),
            order.tokenId(),
            order.amounts().makerE6(),
            order.amounts().takerE6(),
            order.side() == Side.BUY ? 0 : 1,
            order.wallet().type().code(),
            order.stamp().timestampMillis(),
            order.stamp().metadata(),
            order.stamp().builder());
  }
}
