package dev.mendline.probes.net;

import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Reason;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs the operating system's {@code ping}, because Java cannot send echo requests without root. Its only variable
 * argument is an IP address, and its environment is empty.
 */
record Ping(Path program) {
    /** More than the output for one echo request. The rest is not read, so a program that prints without end blocks. */
    private static final int MOST_OUTPUT = 8192;

    private static final Duration READ_OUT = Duration.ofMillis(200);
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    /** Searches PATH for it. */
    static Optional<Ping> ofSystem() {
        String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, WINDOWS ? "ping.exe" : "ping"))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Ping::new);
    }

    /**
     * Sends one echo request.
     *
     * @return {@link Reason#NOT_AVAILABLE} if the program cannot or may not send
     * @throws InterruptedException when interrupted; the process has ended then
     */
    Reason once(InetAddress address, Duration limit) throws InterruptedException {
        Process process;
        try {
            process = start(literal(address));
        } catch (IOException e) {
            return Reason.NOT_AVAILABLE;
        }
        try {
            Future<String> output = output(process);
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? reason(process.exitValue(), said(output))
                    : Reason.TIMED_OUT;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String literal) throws IOException {
        List<String> command = WINDOWS
                ? List.of(program.toString(), "-n", "1", literal)
                : List.of(program.toString(), "-n", "-c", "1", literal);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> !key.equalsIgnoreCase("SystemRoot"));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Rejects anything but an IP address. The guard has checked it; this is the last check before a process starts. */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        Network.of(text);
        return text;
    }

    private static Future<String> output(Process process) {
        // The stream stays open: a program that goes on printing is to block until it is destroyed.
        FutureTask<String> output = new FutureTask<>(
                () -> new String(process.getInputStream().readNBytes(MOST_OUTPUT), StandardCharsets.ISO_8859_1));
        Thread reader = new Thread(output, "mendline-ping");
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    private static String said(Future<String> output) throws InterruptedException {
        try {
            return output.get(READ_OUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    /** Reads the statistics, because exit codes differ between systems and these words hardly do. */
    private static Reason reason(int exit, String said) {
        String words = said.toLowerCase(Locale.ROOT);
        if (words.contains("unreachable")) {
            return Reason.UNREACHABLE;
        }
        if (exit == 0) {
            return Reason.ANSWERED;
        }
        // Windows says "100% loss" and all others "100% packet loss".
        return words.contains("100% ") ? Reason.TIMED_OUT : Reason.NOT_AVAILABLE;
    }
}
