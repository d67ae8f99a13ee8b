package pairdesk.matching.score;

import pairdesk.matching.text.Window;

/** One asks for the state on a day, the other for any time up to it. */
record WindowModeDiffers() implements Feature {

  @Override
  public String name() {
    return "windowModeDiffers";
  }

  @Override
  public double value(Comparison pair) {
    return Comparison.window(pair.left())
        .flatMap(left ->
            Comparison.window(pair.right()).map(right -> isOn(left) == isOn(right) ? 0.0 : 1.0))
        .orElse(0.0);
  }

  private static boolean isOn(Window window) {
    return window.mode() == Window.Mode.ON;
  }
}
