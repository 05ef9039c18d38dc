package io.github.depends.demo.errors;

import io.github.depends.InvalidRequestException;
import io.github.depends.security.NotAuthenticatedException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every refusal in the Conduit API's shape. */
@RestControllerAdvice
class ConduitErrors extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidRequestException invalid) {
        return unprocessable(invalid.getErrors().stream()
                .map(error -> said(error.name(), error.message()))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<Object> notAuthenticated(NotAuthenticatedException refused) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, refused.getChallenge());
        return answer(HttpStatus.UNAUTHORIZED, headers, List.of("credentials are missing or not valid"));
    }

    @ExceptionHandler
    ResponseEntity<Object> taken(DuplicateKeyException duplicate) {
        return unprocessable(List.of("has already been taken"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unfit(DataIntegrityViolationException unfit) {
        return unprocessable(List.of("cannot be kept"));
    }

    /** Its message has the value, which may be a password, so it is told to nobody. */
    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException undecodable) {
        return unprocessable(List.of("a parameter cannot be decoded"));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(MultipartException unreadable) {
        return unprocessable(List.of("the body cannot be read"));
    }

    /** Told to the log here and not by the container, which does not know the request's id any more. */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> failed(Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        logger.error("A request failed", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, HttpHeaders.EMPTY, List.of("is not possible for a fault of ours"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(status, headers, List.of("not found"));
    }

    /** Takes what Spring MVC itself refuses, and every {@code ResponseStatusException}. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatusCode told = status.isSameCodeAs(HttpStatus.BAD_REQUEST) ? HttpStatus.UNPROCESSABLE_CONTENT : status;
        GenericError errors = GenericError.of(messages(refused, body));
        return super.handleExceptionInternal(refused, errors, json(headers), told, request);
    }

    private static ResponseEntity<Object> unprocessable(List<String> messages) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, HttpHeaders.EMPTY, messages);
    }

    private static ResponseEntity<Object> answer(HttpStatusCode status, HttpHeaders headers, List<String> messages) {
        return new ResponseEntity<>(GenericError.of(messages), json(headers), status);
    }

    /** A refusal is JSON whatever the client would like better, for otherwise it would become another one. */
    private static HttpHeaders json(HttpHeaders headers) {
        HttpHeaders json = HttpHeaders.copyOf(headers);
        json.setContentType(MediaType.APPLICATION_JSON);
        return json;
    }

    private static List<String> messages(Exception refused, @Nullable Object body) {
        if (refused instanceof BindingResult binding) {
            return binding.getFieldErrors().stream()
                    .map(error -> said(error.getField(), error.getDefaultMessage()))
                    .toList();
        }
        Object problem = refused instanceof ErrorResponse response ? response.getBody() : body;
        String detail = problem instanceof ProblemDetail told ? told.getDetail() : null;
        return List.of(detail == null ? "is not possible" : detail);
    }

    private static String said(String name, @Nullable String message) {
        return (name + " " + message).trim();
    }
}
