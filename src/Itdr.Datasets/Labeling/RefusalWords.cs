using System.Text.RegularExpressions;

namespace Itdr.Datasets.Labeling;

/// <summary>
/// Tells a refusal from an answer by how it begins. Only the front of a text counts: a summary may well say that
/// somebody is sorry.
/// </summary>
internal static partial class RefusalWords
{
    private const int Front = 200;

    public static bool Begin(string text)
    {
        var front = text.Length > Front ? text[..Front] : text;
        // Models write both apostrophes.
        return Refusal().IsMatch(front.Replace('’', '\''));
    }

    [GeneratedRegex(
        """
        ^\W*(?:
          (?:i'?\s?a?m|we\s?a?'?re)\s+(?:very\s+|so\s+|really\s+|truly\s+)?(?:sorry|afraid|unable|not\s+(?:able|comfortable|in\s+a\s+position|allowed|permitted|going\s+to|sure\s+i\s+can))
        | (?:so\s+|very\s+)?sorry\b
        | (?:my\s+|our\s+)?(?:sincere\s+)?apolog(?:ies|ise|ize)
        | (?:i|we)\s+(?:do\s+|must\s+|sincerely\s+|deeply\s+)*apologi[sz]e
        | (?:i|we)\s+(?:really\s+|just\s+|simply\s+|unfortunately\s+|respectfully\s+)*(?:can\s?not|can't|cant|won't|will\s+not|could\s+not|couldn't|must\s+decline|have\s+to\s+decline|decline|refuse|am\s+unable|don't\s+(?:have\s+(?:enough|sufficient|access|any)|feel\s+comfortable)|do\s+not\s+(?:have\s+(?:enough|sufficient|access|any)|feel\s+comfortable))
        | unfortunately,?\s+(?:i|we|there|the\s+(?:provided|given))\b
        | as\s+an?\s+(?:ai|artificial|large\s+language|language\s+model|assistant)
        | (?:it\s+(?:is|would\s+be)\s+(?:not\s+(?:possible|appropriate)|inappropriate|impossible))
        | (?:there\s+is|there's)\s+(?:not\s+enough|no|insufficient)\s+(?:information|data|context)
        | (?:not\s+enough|insufficient)\s+(?:information|data|context)
        | (?:please|could\s+you)\s+(?:please\s+)?(?:provide|share|give\s+me)
        | no\s+(?:information|data|reviews?|items?)\s+(?:was|were|is|are|has\s+been|have\s+been)\s+(?:provided|given)
        | (?:es\s+)?tut\s+mir\s+leid | ich\s+kann\s+(?:dabei\s+|das\s+|dies\s+|hier\s+)?(?:leider\s+)?nicht | leider\s+kann\s+ich
        | (?:je\s+suis\s+)?d[ée]sol[ée] | je\s+ne\s+peux\s+pas
        | lo\s+siento | no\s+puedo\s+
        | 抱歉 | 对不起 | 很抱歉 | 我无法 | 我不能 | 作为一个 | 作为(?:人工智能|AI) | 申し訳 | すみませんが
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();
}
