package io.jinlin.edge.uplink;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one public key and nothing else. Names, issuers and dates of the certificate do not
 * matter: a device may wake in 1970, and the key was given to it by hand.
 */
final class PinnedKey extends X509ExtendedTrustManager {
  private final String pin;

  private PinnedKey(String pin) {
    this.pin = pin;
  }

  static SSLSocketFactory sockets(String pin) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new PinnedKey(pin)}, null);
    return context.getSocketFactory();
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    try {
      byte[] key = chain[0].getPublicKey().getEncoded();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      if (!MessageDigest.isEqual(digest, HexFormat.of().parseHex(pin))) {
        throw new CertificateException("the hub's key is not the one given at enrolment (hub.pin)");
      }
    } catch (GeneralSecurityException failed) {
      throw new CertificateException(failed.getMessage(), failed);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("a device serves nobody");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("a device serves nobody");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("a device serves nobody");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
