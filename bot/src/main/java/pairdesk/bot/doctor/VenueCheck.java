package pairdesk.bot.doctor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.AccountSnapshot.Part;

/** The key of one venue, by signing reads with it, and the distance of the clocks. */
public record VenueCheck(AccountReader account, Duration mostOffset, InstantSource clock)
    implements Check {

  @Override
  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    findings.add(key());
    findings.add(admission());
    findings.add(offset(findings.getFirst()));
    return findings;
  }

  private String venue() {
    return account.venue().label();
  }

  private Finding key() {
    String subject = venue() + " key";
    String remedy =
        "check the key's id, its private part and its environment, and whether the venue can be"
            + " reached from here";
    try {
      AccountSnapshot seen = account.read(clock.instant());
      if (!seen.complete().contains(Part.CASH) || !seen.complete().contains(Part.OPEN_ORDERS)) {
        return Finding.fail(subject, "the account could not be read with it", remedy);
      }
      Usd cash = seen.cash().stream().map(AccountSnapshot.Cash::total).reduce(Usd.ZERO, Usd::plus);
      return Finding.pass(
          subject,
          "signs and reads: cash %s, %d orders rest".formatted(cash, seen.openOrders().size()));
    } catch (RuntimeException e) { // the port promises none, and the other points stay to be seen
      return Finding.fail(subject, String.valueOf(e.getMessage()), remedy);
    }
  }

  private Finding admission() {
    String subject = venue() + " admission";
    try {
      AccountReader.Eligibility may = account.eligibility();
      return may.mayTrade()
          ? Finding.pass(subject, "this account may trade from here")
          : Finding.fail(subject, may.why(), "it is the venue's word: settle it there");
    } catch (RuntimeException e) { // the port says so: the venue does not tell
      return Finding.unknown(
          subject, String.valueOf(e.getMessage()), "repeat when the venue answers");
    }
  }

  private Finding offset(Finding key) {
    String subject = venue() + " clock";
    if (key.result() != Finding.Result.PASS) {
      return Finding.unknown(subject, "no answer to compare with", "first mend the key");
    }
    Duration offset = account.clockOffset();
    String text = "ahead of ours by %d ms".formatted(offset.toMillis());
    return offset.abs().compareTo(mostOffset) <= 0
        ? Finding.pass(subject, text)
        : Finding.fail(
            subject,
            text + ", at most " + mostOffset.toMillis() + " ms is allowed",
            "let this machine follow a time server (systemd-timesyncd, chrony)");
  }
}
