namespace Itdr.Datasets.Synthesis;

/// <summary>Makes names in scripts other than Latin.</summary>
internal static class InventedScripts
{
    private static readonly string[] Kana = ["カ", "ネ", "ル", "ト", "ミ", "サ", "ベ", "リ", "ノ", "ガ", "ジ", "フ", "ソ", "ー"];
    private static readonly string[] Qualities = ["安静的", "第七个", "借来的", "遥远的", "咸味", "纸做的", "冬天的", "弯曲的"];
    private static readonly string[] Things = ["灯笼", "渡船", "果园", "钟表匠", "冰川", "档案馆", "采石场", "养蜂人", "织机", "隧道"];

    /// <summary>A word of three to six Katakana signs.</summary>
    public static string Katakana(SyntheticRandom random) => random.Of(Kana[..^1]) + string.Concat(Enumerable.Range(0, random.Between(2, 5)).Select(_ => random.Of(Kana)));

    /// <summary>A thing with a quality, in Chinese characters.</summary>
    public static string Han(SyntheticRandom random) => random.Of(Qualities) + random.Of(Things);
}
