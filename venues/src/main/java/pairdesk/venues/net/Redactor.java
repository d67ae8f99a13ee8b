package pairdesk.venues.net;

import java.util.regex.Pattern;

/**
 * The second net under secrets: takes out of a text for logs whatever looks like a key, a signature
 * or a token, and cuts it to a length a log line bears. The first net is {@link Secret}.
 */
public final class Redactor {
  private static final int LONGEST = 500;
  private static final Pattern SECRETS =
      Pattern.compile(
          "-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|$)"
              + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)?"
              + "|(?:0x)?[0-9a-fA-F]{64,}"
              + "|(?<=(?i:signature|passphrase|secret|api[-_]?key|access[-_]key|authorization))"
              + "\"?\\s*[:=]\\s*\"?[^\\s\",}]+",
          Pattern.DOTALL);

  private Redactor() {}

  public static String redact(String text) {
    String hidden = SECRETS.matcher(text).replaceAll("***");
    return hidden.length() <= LONGEST ? hidden : hidden.substring(0, LONGEST) + "…";
  }
}
