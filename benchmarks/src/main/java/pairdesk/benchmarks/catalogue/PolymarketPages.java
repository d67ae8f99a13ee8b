package pairdesk.benchmarks.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/** Polymarket's listing. */
final class PolymarketPages extends Pages {
  private static final BigInteger FIRST_TOKEN = BigInteger.TEN.pow(76);

  PolymarketPages(String answer, int markets) throws JsonProcessingException {
    super(answer, markets);
  }

  @Override
  void name(ObjectNode event, int number) {
    event.put("id", Integer.toString(number)).put("slug", "made-" + number);
  }

  @Override
  void name(ObjectNode market, int event, int number) {
    BigInteger yes = FIRST_TOKEN.add(BigInteger.valueOf(2L * number));
    market.put("id", Integer.toString(number));
    market.put("slug", "made-" + event + "-" + number);
    market.put("question", market.get("question").asText() + " " + number);
    market.put("conditionId", "0x%064x".formatted(number + 1));
    market.put("clobTokenIds", "[\"" + yes + "\",\"" + yes.add(BigInteger.ONE) + "\"]");
  }
}
