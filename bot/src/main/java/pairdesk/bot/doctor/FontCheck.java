package pairdesk.bot.doctor;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;

/** Whether charts can be lettered: slim images come without any font. */
public record FontCheck() implements Check {
  private static final String SUBJECT = "fonts";

  @Override
  public List<Finding> look() {
    try {
      var font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
      var drawn = font.getStringBounds("$0.42", new FontRenderContext(null, true, true));
      return List.of(
          drawn.getWidth() > 0
              ? Finding.pass(SUBJECT, "charts can be lettered with " + font.getFontName())
              : missing("letters have no width"));
    } catch (InternalError | LinkageError | RuntimeException e) { // what the JDK does without fonts
      return List.of(missing(String.valueOf(e.getMessage())));
    }
  }

  private static Finding missing(String text) {
    return Finding.fail(SUBJECT, text, "install one: apt-get install fontconfig fonts-dejavu-core");
  }
}
