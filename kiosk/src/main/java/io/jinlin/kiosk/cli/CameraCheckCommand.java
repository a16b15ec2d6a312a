package io.jinlin.kiosk.cli;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.cli.Settings;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.kiosk.config.CameraChoice;
import io.jinlin.kiosk.config.KioskConfig;
import io.jinlin.kiosk.reader.CameraSettings;
import io.jinlin.kiosk.reader.CommandCamera;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** For the installer: whether the camera gives what the reader needs, and how far it reads. */
@Command(
    name = "camera-check",
    mixinStandardHelpOptions = true,
    description = {
      "Looks through the kiosk's camera (camera.command of the settings) for a while and prints a",
      "line a second: frames, exposure, sharpness, and the test card's distance while it reads.",
      "Hold any card of the community before the camera, near first, then slowly farther away.",
      "At the end it says what is good, what is not, and what to do about it.",
      "Needs the kiosk's own settings only. No frame is kept."
    },
    footer = "Exit code: 0 the camera will do, 1 something is to be mended, 2 wrong use.")
public final class CameraCheckCommand implements Callable<Integer> {
  private static final int MAX_SECONDS = 3_600;

  @Mixin private Settings settings = new Settings();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long, 2 to 3,600 (default: ${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = "A film in the camera's place, played by ffmpeg as it was taken.")
  private Optional<Path> video = Optional.empty();

  @Option(
      names = "--field-of-view",
      paramLabel = "DEGREES",
      description = {
        "How wide the camera sees, 20 to 150 (default: ${DEFAULT-VALUE}, Camera Module 3).",
        "Distances are only as right as this."
      })
  private double fieldOfView = 66;

  @Option(
      names = "--code-mm",
      paramLabel = "MM",
      description = "Side of the test card's code, 5 to 200 (default: ${DEFAULT-VALUE}).")
  private double codeMillimetres = 25;

  @Override
  public Integer call() throws InterruptedException {
    check(seconds >= 2 && seconds <= MAX_SECONDS, "--seconds takes 2 to 3600");
    check(fieldOfView >= 20 && fieldOfView <= 150, "--field-of-view takes 20 to 150");
    check(codeMillimetres >= 5 && codeMillimetres <= 200, "--code-mm takes 5 to 200");
    video.ifPresent(film -> check(Files.isRegularFile(film), "There is no film " + film));
    CameraSettings camera = camera();
    PrintWriter out = spec.commandLine().getOut();
    Optics optics = new Optics(camera.width(), fieldOfView, codeMillimetres);
    CameraReport report = new CameraReport(optics);
    out.println("camera " + String.join(" ", camera.command()));
    Optional<String> problem = look(camera, report, out);
    out.printf(
        Locale.ROOT,
        "%.1f frames a second; a card was read from %s%n",
        report.rate(),
        report.range());
    List<String> advice = report.advice(problem);
    advice.forEach(line -> out.println("! " + line));
    out.println(advice.isEmpty() ? "the camera will do" : "something is to be mended, see above");
    out.flush();
    return advice.isEmpty() ? 0 : 1;
  }

  private Optional<String> look(CameraSettings settings, CameraReport report, PrintWriter out)
      throws InterruptedException {
    try (CommandCamera source = new CommandCamera(settings, report::see)) {
      source.start();
      Optional<String> problem = source.problem();
      for (int second = 1; second <= seconds; second++) {
        TimeUnit.SECONDS.sleep(1);
        problem = source.problem();
        out.println(report.second(second, problem));
        out.flush();
        if (video.isPresent() && problem.equals(Optional.of("camera-lost"))) {
          // The film is over.
          return Optional.empty();
        }
      }
      return problem;
    }
  }

  private CameraSettings camera() {
    ConfigReader reader = settings.reader();
    KioskConfig config = KioskConfig.read(reader);
    if (reader.optionalText("site").isPresent()) {
      AgentConfig.read(reader);
    }
    reader.finish();
    CameraSettings camera = config.command();
    if (video.isEmpty()) {
      check(
          config.camera() == CameraChoice.COMMAND,
          "There is no camera to check: set camera=command and camera.command (or use --video)");
      return camera;
    }
    String size = "scale=" + camera.width() + ":" + camera.height();
    List<String> command =
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-re",
            "-i",
            video.get().toAbsolutePath().toString(),
            "-an",
            "-vf",
            size + ",fps=15",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "gray",
            "-");
    return new CameraSettings(command, camera.width(), camera.height(), CameraSettings.Format.GRAY);
  }

  private void check(boolean right, String complaint) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), complaint);
    }
  }
}
