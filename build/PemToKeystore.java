import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * Puts a certificate with its key into a PKCS #12 keystore, which is what the server reads. Arguments:
 * the chain in PEM, the keystore to write, the entry's name, the algorithm of the key. Standard input:
 * the password on the first line, then the key in DER (PKCS #8).
 */
class PemToKeystore {
  public static void main(String[] arguments) throws Exception {
    byte[] input = System.in.readAllBytes();
    int line = 0;
    while (input[line] != '\n') {
      line++;
    }
    char[] password = new String(input, 0, line).toCharArray();
    byte[] der = java.util.Arrays.copyOfRange(input, line + 1, input.length);
    var key = KeyFactory.getInstance(arguments[3]).generatePrivate(new PKCS8EncodedKeySpec(der));
    var pem = new ByteArrayInputStream(Files.readAllBytes(Path.of(arguments[0])));
    var chain = CertificateFactory.getInstance("X.509").generateCertificates(pem);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry(arguments[2], key, password, chain.toArray(Certificate[]::new));
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[1]))) {
      store.store(file, password);
    }
  }
}
