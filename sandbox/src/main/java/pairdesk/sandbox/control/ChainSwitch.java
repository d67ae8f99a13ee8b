package pairdesk.sandbox.control;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import pairdesk.sandbox.exchange.ChainModes;

/**
 * Whether winnings of Polymarket come by themselves, and what relayed transactions go through: the
 * next one, or all from now on.
 */
final class ChainSwitch implements Switch {
  private final ChainModes chain;

  ChainSwitch(ChainModes chain) {
    this.chain = chain;
  }

  @Override
  public Runnable read(Input input) {
    if (input.has("autoRedeem")) {
      boolean on = input.flag("autoRedeem", true);
      return () -> chain.setAutoRedeem(on);
    }
    List<ChainModes.Step> steps =
        input.list("steps").stream()
            .map(step -> new ChainModes.Step(step.read("state", ChainSwitch::state), span(step)))
            .toList();
    if (!isPossible(steps.stream().map(ChainModes.Step::state).toList())) {
      throw input.wrong(
          "steps",
          "want executed, mined and confirmed in this order, or failed or invalid before mined");
    }
    return switch (input.text("scope").orElse("next")) {
      case "next" -> () -> chain.script(steps);
      case "usual" -> () -> chain.setUsual(steps);
      default -> throw input.wrong("scope", "want next or usual");
    };
  }

  /** Each state once, forwards; only what is mined is confirmed, and it does not fail any more. */
  private static boolean isPossible(List<ChainModes.State> states) {
    boolean forwards = states.equals(states.stream().distinct().sorted().toList());
    boolean mined = states.contains(ChainModes.State.MINED);
    boolean fails =
        states.contains(ChainModes.State.FAILED) || states.contains(ChainModes.State.INVALID);
    return forwards && !(mined && fails) && (mined || !states.contains(ChainModes.State.CONFIRMED));
  }

  private static Duration span(Input step) {
    return step.span("afterMillis", 500);
  }

  private static ChainModes.State state(String text) {
    return ChainModes.State.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
