import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF whether files meet standards: {@code VeraCheck ua1,2a file.pdf ...}.
 * Prints a line for every file and standard, then one for every rule broken.
 */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (int i = 1; i < arguments.length; i++) {
      for (String standard : arguments[0].split(",")) {
        check(new File(arguments[i]), PDFAFlavour.byFlavourId(standard));
      }
    }
  }

  private static void check(File file, PDFAFlavour standard) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, standard);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(standard, 10, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      String verdict = result.isCompliant() ? "PASS" : "FAIL";
      String subject = verdict + " " + standard.getId() + " " + file.getName();
      System.out.println(subject + " checks=" + result.getTotalAssertions());
      for (Map.Entry<String, String> broken : brokenRules(result).entrySet()) {
        System.out.println("  " + broken.getKey() + ": " + broken.getValue());
      }
    }
  }

  private static Map<String, String> brokenRules(ValidationResult result) {
    Map<String, String> rules = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
      String message = assertion.getMessage().replaceAll("\\s+", " ");
      rules.putIfAbsent(rule, message + " @ " + assertion.getLocation().getContext());
    }
    return rules;
  }
}
