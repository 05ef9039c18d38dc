package io.github.depends.pool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One client on a connection of its own, which it keeps as long as the server does, and leaves when it likes. */
final class Caller implements AutoCloseable {

    /** What a client that has left knows. */
    static final int NOTHING = 0;

    private static final int SMALL = 8 * 1024;

    private final int port;
    private Socket socket;
    private InputStream in;

    Caller(int port) {
        this.port = port;
    }

    /** Sends a request, behaves as its kind does, and returns the status, {@link #NOTHING} if it has not waited. */
    int call(Kind kind, int request) throws IOException, InterruptedException {
        boolean kept = socket != null;
        connect();
        try {
            return call(kind, request, kind.name().startsWith("UNACCEPTABLE") ? "application/xml" : "*/*");
        } catch (IOException closed) {
            close();
            if (!kept) {
                throw new IOException(kind + " " + request, closed);
            }
            throw new IOException(kind + " " + request + " on a kept connection", closed);
        }
    }

    private int call(Kind kind, int request, String accept) throws IOException, InterruptedException {
        String path = kind.path + (kind.path.contains("?") ? "&" : "?") + "id=" + request;
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nAccept: " + accept
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        if (kind.leavesAtOnce()) {
            leave();
            return NOTHING;
        }
        Head head = Head.read(in);
        if (kind.leavesInTheBody()) {
            leave();
            return head.status;
        }
        readBody(head, kind.readsSlowly());
        if (head.closes) {
            close();
        }
        return head.status;
    }

    private void readBody(Head head, boolean slowly) throws IOException, InterruptedException {
        if (head.length >= 0) {
            in.skipNBytes(head.length);
            return;
        }
        if (!head.chunked) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return;
        }
        int size;
        do {
            size = Integer.parseInt(Head.line(in), 16);
            in.skipNBytes(size + 2);
            if (slowly) {
                Thread.sleep(3); // what makes a slow client slow; nothing waits for it
            }
        } while (size > 0);
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setReceiveBufferSize(SMALL);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            in = new BufferedInputStream(socket.getInputStream(), SMALL);
        }
    }

    private void leave() throws IOException {
        socket.setSoLinger(true, 0);
        close();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** The part of an answer before its body. */
    private record Head(int status, long length, boolean chunked, boolean closes) {

        static Head read(InputStream in) throws IOException {
            int status = Integer.parseInt(line(in).substring(9, 12));
            long length = -1;
            boolean chunked = false;
            boolean closes = false;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String header = line.toLowerCase(Locale.ROOT);
                if (header.startsWith("content-length:")) {
                    length = Long.parseLong(header.substring(15).strip());
                }
                chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
                closes |= header.startsWith("connection:") && header.contains("close");
            }
            return new Head(status, length, chunked, closes);
        }

        static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            int next;
            while ((next = in.read()) != '\n') {
                if (next < 0) {
                    throw new IOException("The server has closed the connection after '" + line + "'");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
