package io.github.depends.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An answer to a request that is sent byte for byte, which HTTP clients would refuse to send. */
public record Raw(int status, List<String> headers, String body) {

    /** Sends header lines, then a body; the server is told to close the connection. */
    public static Raw send(int port, String method, String path, String body, String... headers) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: localhost\r\n");
            Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
            OutputStream out = socket.getOutputStream();
            out.write((request + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            Raw answer = parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (answer.status >= 400) {
                Planted.notIn(answer.headers + answer.body);
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Raw parse(String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        List<String> lines = List.of(parts[0].split("\r\n"));
        return new Raw(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), parts[1]);
    }

    /** Returns the value of a header, empty if there is none. */
    public String header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
