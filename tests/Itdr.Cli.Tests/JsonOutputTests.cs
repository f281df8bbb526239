using System.Text.Json;
using Itdr.Testing;

namespace Itdr.Cli.Tests;

public sealed class JsonOutputTests(InventedFiles files) : IClassFixture<InventedFiles>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("subtasks", "id", "top-k")]
    [InlineData("sources", "name", "movielens-1m")]
    [InlineData("cells", "cell", "user-attributes/movielens-1m")]
    [InlineData("formats", "name", "alpaca")]
    public void Each_list_parses_and_names_what_there_is(string kind, string field, string value)
    {
        var list = Tool.Run("list", kind, "--json").Done();

        Assert.Contains(list.Json.EnumerateArray(), entry => entry.GetProperty(field).GetString() == value);
        Assert.Equal("", list.Error);
    }

    [Fact]
    public void All_lists_together_are_one_object()
    {
        var lists = Tool.Run("list", "--json").Done().Json;

        Assert.Equal(["subtasks", "sources", "cells", "formats"], lists.EnumerateObject().Select(static list => list.Name));
        var cell = lists.GetProperty("cells").EnumerateArray().Single(static cell => cell.GetProperty("cell").GetString() == "top-k/movielens-1m");
        Assert.True(cell.GetProperty("isExtra").GetBoolean());
        Assert.Contains(cell.GetProperty("settings").EnumerateArray(), static setting => setting.GetProperty("name").GetString() == "min-rating");
    }

    [Fact]
    public void A_check_parses_and_gives_every_rule()
    {
        var check = Tool.Run("check", files.Dataset, "--json").Done().Json;

        Assert.Equal(0, check.GetProperty("findings").GetInt32());
        Assert.Equal(Datasets.CheckRule.All.Select(static rule => rule.Id), check.GetProperty("rules").EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()));
    }

    [Fact]
    public void An_export_parses_and_gives_its_rows_and_files()
    {
        var export = Tool.Run("export", files.Dataset, "--format", "alpaca", "--out", folder["lf"], "--json").Done().Json;

        Assert.Equal(export.GetProperty("rows").GetInt64(), export.GetProperty("cells").EnumerateArray().Sum(static cell => cell.GetProperty("rows").GetInt64()));
        Assert.Contains("dataset_info.json", export.GetProperty("files").EnumerateArray().Select(static file => file.GetString()));
    }

    [Fact]
    public void A_build_parses_and_gives_cells_and_what_the_sources_read()
    {
        var build = Tool.Run("build", "--source", $"movielens-32m={files.Ml32M}", "--out", folder["ds"], "--json").Done().Json;

        Assert.Equal(4, build.GetProperty("cells").GetArrayLength());
        Assert.Equal("movielens-32m", build.GetProperty("sources")[0].GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Array, build.GetProperty("sources")[0].GetProperty("files").ValueKind);
    }
}
