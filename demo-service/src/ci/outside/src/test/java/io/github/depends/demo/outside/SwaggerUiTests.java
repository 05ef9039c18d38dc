package io.github.depends.demo.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What an administrator does on the service's Swagger UI, in a real browser. */
class SwaggerUiTests {

    @TempDir
    Path profile;

    private ChromeDriver browser;
    private WebDriverWait patience;

    @BeforeEach
    void open() {
        assumeFalse(System.getProperty("chromium", "").isEmpty(), "there is no Chromium");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(System.getProperty("chromedriver")))
                        .build(),
                new ChromeOptions()
                        .setBinary(System.getProperty("chromium"))
                        .addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic")
                        .addArguments("--no-first-run", "--disable-background-networking")
                        .addArguments("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage")
                        .addArguments("--window-size=1200,1600", "--user-data-dir=" + profile));
        patience = new WebDriverWait(browser, Duration.ofSeconds(30));
        browser.get(Service.URL + "/swagger-ui.html");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void opensAProtectedOperationToWhoHasAuthorizedByPassword() throws IOException {
        String statistics = tryOut("/api/admin/statistics");
        assertThat(execute(statistics, "401")).contains("credentials are missing or not valid");
        screenshot("swagger-ui-401.png", statistics);
        String scheme = authorize("accessToken");
        type(scheme + "//input[@id='oauth_username']", "admin@localhost");
        type(scheme + "//input[@id='oauth_password']", Service.ADMIN_PASSWORD);
        click(scheme + "//a[.='select all']");
        screenshot("swagger-ui-authorize.png", scheme);
        done(scheme);
        assertThat(execute(statistics, "200")).contains("\"articles\"");
        screenshot("swagger-ui-200.png", statistics);
    }

    @Test
    void opensAProtectedOperationToWhoHasAToken() throws Exception {
        String user = tryOut("/api/user");
        assertThat(execute(user, "401")).contains("credentials are missing or not valid");
        String scheme = authorize("Token");
        type(scheme + "//input[@type='text']", "Token " + Service.register("browser" + System.nanoTime()));
        done(scheme);
        assertThat(execute(user, "200")).contains("\"username\": \"browser");
        screenshot("swagger-ui-token.png", user);
    }

    private String tryOut(String path) {
        String operation = "//div[contains(@class,'opblock-get')][.//*[@data-path='" + path + "']]";
        click(operation + "//button[contains(@class,'opblock-summary-control')]");
        click(operation + "//button[contains(@class,'try-out__btn')]");
        return operation;
    }

    private String execute(String operation, String status) {
        click(operation + "//button[contains(@class,'execute')]");
        String answer = operation + "//table[contains(@class,'live-responses-table')]//tr[@class='response']";
        patience.until(ExpectedConditions.textToBePresentInElementLocated(
                By.xpath(answer + "/td[contains(@class,'response-col_status')]"), status));
        return found(answer + "/td[contains(@class,'response-col_description')]")
                .getText();
    }

    private String authorize(String scheme) {
        click("//button[contains(@class,'authorize') and contains(@class,'btn')]");
        return "//div[@class='auth-container'][.//h4[contains(.,'" + scheme + "')]]";
    }

    private void done(String scheme) {
        click(scheme + "//button[contains(@class,'authorize')]");
        found(scheme + "//button[contains(.,'Logout')]");
        click("//button[contains(@class,'btn-done')]");
    }

    private void type(String xpath, String text) {
        found(xpath).sendKeys(text);
    }

    private void click(String xpath) {
        patience.until(ExpectedConditions.elementToBeClickable(By.xpath(xpath))).click();
    }

    private WebElement found(String xpath) {
        return patience.until(ExpectedConditions.visibilityOfElementLocated(By.xpath(xpath)));
    }

    private void screenshot(String name, String of) throws IOException {
        browser.executeScript("arguments[0].scrollIntoView()", found(of));
        Files.write(Path.of(System.getProperty("screenshots"), name), browser.getScreenshotAs(OutputType.BYTES));
    }
}
