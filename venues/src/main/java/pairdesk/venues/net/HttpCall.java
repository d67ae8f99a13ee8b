package pairdesk.venues.net;

import org.jspecify.annotations.Nullable;

/**
 * One call, before it is signed.
 *
 * @param method upper case
 * @param target path below the base address, starting with a slash, with the query; already encoded
 * @param body JSON text; null when there is none
 */
public record HttpCall(String method, String target, @Nullable String body, Toll toll) {

  public HttpCall {
    if (!target.startsWith("/")) {
      throw new IllegalArgumentException("target must start with a slash: " + target);
    }
  }

  public static HttpCall get(String target, Toll toll) {
    return new HttpCall("GET", target, null, toll);
  }

  public static HttpCall post(String target, String body, Toll toll) {
    return new HttpCall("POST", target, body, toll);
  }

  public static HttpCall put(String target, String body, Toll toll) {
    return new HttpCall("PUT", target, body, toll);
  }

  public static HttpCall delete(String target, @Nullable String body, Toll toll) {
    return new HttpCall("DELETE", target, body, toll);
  }

  /** Bodies are not printed: they may be signed. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
