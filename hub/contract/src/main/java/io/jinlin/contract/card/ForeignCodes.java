package io.jinlin.contract.card;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the codes that people hold up by mistake apart, so that the answer can be helpful. */
final class ForeignCodes {
  /**
   * Payment authorisation codes as the two providers publish them: WeChat Pay 18 digits from 10 to
   * 15, Alipay 16 to 24 digits from 25 to 30.
   */
  private static final Pattern PAY_DIGITS = Pattern.compile("1[0-5]\\d{16}|(2[5-9]|30)\\d{14,22}");

  private static final Pattern PAY_ADDRESS =
      Pattern.compile("(wxp:|weixin://wxpay|https?://(qr\\.alipay\\.com|qr\\.95516\\.com)).*");

  private static final Pattern WEB = Pattern.compile("(https?://|www\\.|weixin://).*");

  private ForeignCodes() {}

  static CardRefusal kindOf(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (PAY_DIGITS.matcher(lower).matches() || startsLike(PAY_ADDRESS, lower)) {
      return CardRefusal.PAYMENT;
    }
    return startsLike(WEB, lower) ? CardRefusal.WEB_ADDRESS : CardRefusal.FOREIGN;
  }

  private static boolean startsLike(Pattern pattern, String text) {
    return pattern.matcher(text).lookingAt();
  }
}
