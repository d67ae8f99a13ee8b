package pairdesk.bot.whole;

import java.util.List;
import java.util.random.RandomGenerator;

/** Rules for the sandbox, each a few seconds of one fault. */
final class Mischief {
  private static final List<String> KINDS =
      List.of(
          request("", 30, "'type':'delay','millis':400"),
          request("'method':'GET',", 40, "'type':'replace','status':503,'body':'{}'"),
          request("'method':'GET',", 40, "'type':'replace','status':429,'body':'{}'"),
          request("'method':'GET',", 30, "'type':'truncate','bytes':20"),
          request("'method':'GET',", 30, "'type':'loseRequest','holdMillis':200"),
          request("'method':'POST','path':'order',", 40, "'type':'loseReply','holdMillis':300"),
          request("'method':'POST','path':'order',", 40, "'type':'loseRequest','holdMillis':300"),
          request("'method':'POST','path':'order',", 40, "'type':'bookLate','millis':2500"),
          request(
              "'method':'POST','path':'order',", 40, "'type':'replace','status':429,'body':'{}'"),
          request(
              "'method':'POST','path':'order',",
              40,
              "'type':'replace','status':503,'execute':true,'body':'{}'"),
          request("'method':'DELETE',", 50, "'type':'loseReply','holdMillis':300"),
          message(10, "'type':'drop'"),
          message(30, "'type':'duplicate'"),
          message(20, "'type':'reorder'"),
          message(20, "'type':'delay','millis':700"),
          message(2, "'type':'corrupt'"),
          message(3, "'type':'closeSocket'"),
          message(2, "'type':'freeze'"));

  private Mischief() {}

  private static String request(String which, int percent, String what) {
    return rule("request", which, percent, what);
  }

  private static String message(int percent, String what) {
    return rule("message", "", percent, what);
  }

  private static String rule(String on, String which, int percent, String what) {
    return "{'on':'%s','when':{'venue':'VENUE',%s'percent':%d,'forMillis':MILLIS},'do':{%s}}"
        .formatted(on, which, percent, what);
  }

  /** One of them, on one venue, for one to four seconds. */
  static String some(RandomGenerator chance) {
    return KINDS
        .get(chance.nextInt(KINDS.size()))
        .replace("VENUE", chance.nextBoolean() ? "kalshi" : "polymarket")
        .replace("MILLIS", Integer.toString(1_000 + chance.nextInt(3_000)));
  }
}
