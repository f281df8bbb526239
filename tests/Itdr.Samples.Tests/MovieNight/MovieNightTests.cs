using Itdr.Samples.Tests.Browsing;
using Itdr.Samples.Tests.Running;

namespace Itdr.Samples.Tests.MovieNight;

/// <summary>The sample's page in a real browser.</summary>
public sealed class MovieNightTests(Browser browser) : IClassFixture<Browser>
{
    private const string Loaded = "document.querySelectorAll('.film').length === 40";
    private const string Ended = "!document.querySelector('#again').hidden";

    [BrowserFact]
    public async Task With_the_keyboard_alone_films_are_picked_and_the_baseline_ranks_ten_others()
    {
        using var site = await MovieNightSite.StartAsync();
        var page = browser.Page;
        await page.OpenAsync(site.Address, Loaded);
        await page.PictureAsync("baseline-before");

        // The first two films of the catalogue, and from inside the second box the form is sent.
        foreach (var key in (string[])["Tab", " ", "Tab", " ", "Enter"])
        {
            await page.PressAsync(key);
        }

        await page.UntilAsync(Ended);
        Assert.Equal("2 films picked.", await page.TextAsync("#count"));
        var ranking = await page.TextsAsync("#ranking .title");
        Assert.Equal(10, ranking.Distinct().Count());
        Assert.DoesNotContain("The Clockmaker's Alibi", ranking);
        Assert.Equal("Ranked. The answer was read exactly as it was written.", await page.TextAsync("#status"));
        var label = string.Join('\n', ranking.Select(static (title, index) => $"{index + 1}. {title}"));
        Assert.Equal(label, (await page.TextsAsync("#text"))[0]);
        Assert.Contains("- The Clockmaker's Alibi (1951; mystery, drama)", (await page.TextsAsync("#prompt"))[0], StringComparison.Ordinal);
        Assert.Empty(page.Errors);
        Assert.All(page.Requests, request => Assert.StartsWith(site.Address.ToString(), request, StringComparison.Ordinal));

        // Whoever likes mystery and drama is offered such films before any other.
        var genres = await page.TextsAsync("#ranking .genres");
        Assert.Matches("mystery|drama|comedy|romance", genres[0]);
        await page.PictureAsync("baseline-ranked");
        await page.ClickAsync("#again");
        await page.UntilAsync($"{Ended} && document.querySelector('#ranking .title').textContent !== {System.Text.Json.JsonSerializer.Serialize(ranking[0])}");
        Assert.NotEqual(ranking, await page.TextsAsync("#ranking .title"));
    }

    [BrowserFact]
    public async Task Titles_with_angle_brackets_are_text_and_the_page_fits_narrow_windows_in_both_schemes()
    {
        using var site = await MovieNightSite.StartAsync();
        var page = browser.Page;
        var backgrounds = new List<string>();
        foreach (var scheme in (string[])["light", "dark"])
        {
            await page.OpenAsync(site.Address, Loaded, width: 360, scheme);
            await page.ClickAsync(".film:nth-child(3) input");
            await page.ClickAsync("#plan");
            await page.UntilAsync(Ended);

            Assert.Contains("Mind the <Gap>", await page.TextsAsync(".film .title"));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('gap').length"));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, "The page is wider than its window.");
            backgrounds.Add(await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
            Assert.True(await page.EvaluateAsync<double>("document.querySelector('#tonight').getBoundingClientRect().top") is > -20 and < 20, "The ranking is not at the top of the narrow window.");
            await page.PictureAsync($"narrow-{scheme}");
        }

        Assert.NotEqual(backgrounds[0], backgrounds[1]);
    }

    [BrowserFact]
    public async Task A_chatty_answer_streams_in_film_by_film_and_its_repairs_are_marked()
    {
        var gate = new TaskCompletionSource();
        string[] said = [];
        await using var model = await ChatModel.SayingAsync(
            tonight =>
            [
                $"Sure! Here is your night:\n\n1) **{tonight[3]}**\n2) {tonight[1].ToUpperInvariant()}\n3) ",
                .. said = [$"{tonight[0]}\n", .. tonight.Skip(4).Select(static (title, index) => $"{index + 4}) {title}\n"), $"10) {tonight[0]}\n\nEnjoy <b>the show</b>!"],
            ],
            gate.Task);
        using var site = await MovieNightSite.StartAsync($"--Recommender:Endpoint={model.Address}", "--Recommender:Model=chatty");
        var page = browser.Page;
        await page.OpenAsync(site.Address, Loaded);
        Assert.Equal("chatty at 127.0.0.1", await page.TextAsync("#who"));
        await page.ClickAsync(".film:nth-child(1) input");
        await page.ClickAsync("#plan");

        // Two lines are closed while the model still writes the third.
        await page.UntilAsync("document.querySelectorAll('.ranked').length === 2");
        Assert.Equal("true", await page.EvaluateAsync<string>("document.querySelector('#tonight').getAttribute('aria-busy')"));
        await page.PictureAsync("streaming");
        gate.SetResult();
        await page.UntilAsync(Ended);

        Assert.Equal(9, (await page.TextsAsync("#ranking .title")).Length);
        Assert.StartsWith("Ranked, with ", await page.TextAsync("#status"), StringComparison.Ordinal);
        var repairs = string.Join('\n', await page.TextsAsync("#repairs li"));
        foreach (var expected in (string[])["talk before the answer Preamble, at character 0", "talk after the answer", "another kind of numbering", "bold or italic marks", "capital and small letters", "a film that was ranked before", "films that were left out"])
        {
            Assert.Contains(expected, repairs, StringComparison.Ordinal);
        }

        Assert.EndsWith(string.Concat(said), (await page.TextsAsync("#text"))[0], StringComparison.Ordinal);
        Assert.StartsWith("Sure!", (await page.TextsAsync("#text mark"))[0], StringComparison.Ordinal);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('#text b').length"));
        Assert.Empty(page.Errors);
        await page.PictureAsync("repaired-light");
        await page.ScrollToAsync("#reading");
        await page.PictureAsync("repaired-reading");
    }

    [BrowserFact]
    public async Task Films_that_a_model_only_thought_of_are_withdrawn_when_its_thinking_ends()
    {
        var gate = new TaskCompletionSource();
        string[] tonight = [];
        await using var model = await ChatModel.SayingAsync(
            titles => [$"1. {titles[9]}\n2. {titles[8]}\n", "no, better so:\n</think>\n", .. (tonight = titles).Select(static (title, index) => $"{index + 1}. {title}\n")], gate.Task);
        using var site = await MovieNightSite.StartAsync($"--Recommender:Endpoint={model.Address}", "--Recommender:Model=thoughtful");
        var page = browser.Page;
        await page.OpenAsync(site.Address, Loaded);
        await page.ClickAsync(".film:nth-child(1) input");
        await page.ClickAsync("#plan");
        await page.UntilAsync("document.querySelectorAll('.ranked').length === 2");
        gate.SetResult();
        await page.UntilAsync(Ended);

        Assert.Equal(tonight, await page.TextsAsync("#ranking .title"));
        Assert.Contains("thinking aloud before the answer", string.Join('\n', await page.TextsAsync("#repairs li")), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task An_answer_in_JSON_which_no_line_could_show_is_ranked_at_its_end()
    {
        string[] tonight = [];
        await using var model = await ChatModel.SayingAsync(titles => [System.Text.Json.JsonSerializer.Serialize(new { ranking = tonight = titles })]);
        using var site = await MovieNightSite.StartAsync($"--Recommender:Endpoint={model.Address}", "--Recommender:Model=tidy");
        var page = browser.Page;
        await page.OpenAsync(site.Address, Loaded);
        await page.ClickAsync(".film:nth-child(1) input");
        await page.ClickAsync("#plan");
        await page.UntilAsync(Ended);

        Assert.Equal(tonight, await page.TextsAsync("#ranking .title"));
        Assert.Equal("Ranked, with 1 repair to the answer.", await page.TextAsync("#status"));
    }

    [BrowserFact]
    public async Task A_film_that_is_not_on_is_refused_with_the_sentence_that_says_so_and_its_place_is_marked()
    {
        const string Invented = "The Film <img src=x onerror=alert(1)> That Is Not On";
        await using var model = await ChatModel.SayingAsync(static tonight => [$"1. {tonight[0]}\n2. {Invented}\n3. {tonight[2]}\n"]);
        using var site = await MovieNightSite.StartAsync($"--Recommender:Endpoint={model.Address}", "--Recommender:Model=wrong");
        var page = browser.Page;
        await page.OpenAsync(site.Address, Loaded, scheme: "dark");
        await page.ClickAsync(".film:nth-child(1) input");
        await page.ClickAsync("#plan");
        await page.UntilAsync(Ended);

        Assert.Equal("Refused: the answer is no ranking of tonight’s films.", await page.TextAsync("#status"));
        Assert.Matches("^Ranking at character [0-9]+: expected .*, found .*The Film <img", await page.TextAsync("#failure"));
        Assert.StartsWith(Invented, Assert.Single(await page.TextsAsync("#text mark")), StringComparison.Ordinal);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('img').length"));
        Assert.Equal("void", await page.EvaluateAsync<string>("document.querySelector('#ranking').className"));
        await page.PictureAsync("refused-dark");
    }

    [BrowserFact]
    public async Task A_server_that_is_away_is_said_on_the_page_which_goes_on_working()
    {
        using var site = await MovieNightSite.StartAsync("--Recommender:Endpoint=http://127.0.0.1:1/v1", "--Recommender:Model=away");
        var page = browser.Page;
        await page.OpenAsync(site.Address, Loaded);
        await page.ClickAsync(".film:nth-child(1) input");
        await page.ClickAsync("#plan");
        await page.UntilAsync(Ended);

        Assert.Equal("No answer came.", await page.TextAsync("#status"));
        Assert.Contains("127.0.0.1", await page.TextAsync("#failure"), StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("document.querySelector('#plan').disabled"));
        await page.PictureAsync("away");
    }

    [BrowserFact]
    public async Task Twelve_films_can_be_picked_and_no_thirteenth()
    {
        using var site = await MovieNightSite.StartAsync();
        var page = browser.Page;
        await page.OpenAsync(site.Address, Loaded, scheme: "dark");

        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('#plan').disabled"));
        foreach (var place in Enumerable.Range(1, 13))
        {
            await page.ClickAsync($".film:nth-child({place}) input");
        }

        Assert.Equal("12 films picked, as many as can be.", await page.TextAsync("#count"));
        Assert.Equal(12, await page.EvaluateAsync<int>("document.querySelectorAll('.film :checked').length"));
        await page.ClickAsync("#plan");
        await page.UntilAsync(Ended);
        Assert.Equal(10, (await page.TextsAsync("#ranking .title")).Length);
        await page.PictureAsync("full-dark");
    }

    [ModelFact(withNatives: true)]
    public async Task A_model_in_process_that_writes_nonsense_by_itself_ranks_all_films_of_the_evening()
    {
        using var site = await MovieNightSite.StartAsync($"--Recommender:Gguf={ModelFactAttribute.Model}", $"--Recommender:Natives={ModelFactAttribute.Natives}");
        using var http = new HttpClient();

        var events = await http.GetStringAsync(new Uri(site.Address, "api/night?liked=1"));

        Assert.Equal(11, events.Split("event: film\n").Length);
        Assert.Contains("\"outcome\":\"clean\"", events, StringComparison.Ordinal);
    }

    [ModelFact(withNatives: false)]
    public async Task A_model_in_process_without_native_libraries_is_a_sentence_in_place_of_the_ranking()
    {
        using var site = await MovieNightSite.StartAsync($"--Recommender:Gguf={ModelFactAttribute.Model}");
        using var http = new HttpClient();

        var events = await http.GetStringAsync(new Uri(site.Address, "api/night?liked=1"));

        Assert.DoesNotContain("event: film\n", events, StringComparison.Ordinal);
        Assert.Contains("event: verdict\n", events, StringComparison.Ordinal);
        Assert.Contains("native libraries", events, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Recommender:Endpoint=http://127.0.0.1:1/v1", "The model must have a name")]
    [InlineData("--Recommender:Baseline=popularty", "There is no baseline popularty")]
    [InlineData("--Recommender:Gguf=no-such.gguf", "no-such.gguf")]
    public async Task A_setting_that_cannot_be_is_one_sentence_at_the_start(string setting, string expected)
    {
        var (exit, _, error) = await SampleProgram.RunAsync("MovieNight", "--urls", "http://127.0.0.1:0", setting);

        Assert.Equal(2, exit);
        Assert.Contains(expected, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picks_that_are_none_of_the_catalogue_are_refused()
    {
        using var site = await MovieNightSite.StartAsync();
        using var http = new HttpClient();

        var answer = await http.GetAsync(new Uri(site.Address, "api/night?liked=41&liked=-3"));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Name 1 to 12 films", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
